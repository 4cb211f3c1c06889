package io.edog.itests.history.nemesis;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks one node after the other: all kinds of faults in turns, each turn in another order; every second time at the leader.
 * What is killed is started again by its supervisor, and may still be starting when the next fault comes.
 */
public final class Nemesis {
    private static final Logger LOG = LoggerFactory.getLogger(Nemesis.class);
    private static final int SHORTEST_MS = 300;
    private static final int LONGEST_MS = 4_000;
    private static final Duration HOLD_LIMIT = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Random random;
    private final List<Fault> due = new ArrayList<>();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private int round;

    public Nemesis(Cluster cluster, long seed) {
        this.cluster = cluster;
        this.random = new Random(seed);
    }

    /** One fault: begun, held for a while, ended. */
    public void strike(Survey survey) {
        Fault fault = next();
        String node = victim(survey);
        int hold = SHORTEST_MS + random.nextInt(LONGEST_MS - SHORTEST_MS);
        LOG.info("round {}: {} at {}{} for {} ms", round, fault, node, survey.leads(node) ? " (leader)" : "", hold);
        counts.merge(fault, 1, Integer::sum);
        fault.begin(cluster, node);
        try {
            await().pollDelay(Duration.ofMillis(hold)).atMost(HOLD_LIMIT).until(() -> true);
        } finally {
            fault.end(cluster, node);
        }
    }

    /** How often each fault came. */
    public Map<Fault, Integer> counts() {
        return Map.copyOf(counts);
    }

    private Fault next() {
        if (due.isEmpty()) {
            Stream.of(Fault.values())
                    .filter(f -> f != Fault.CUT_NODE || cluster.cuts())
                    .forEach(due::add);
            Collections.shuffle(due, random);
        }
        round++;
        return due.remove(0);
    }

    private String victim(Survey survey) {
        List<String> nodes = cluster.managers();
        String any = nodes.get(random.nextInt(nodes.size()));
        return random.nextBoolean() ? survey.leader().orElse(any) : any;
    }
}
