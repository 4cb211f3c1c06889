package io.edog.itests.history;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.check.ChainLink;
import io.edog.itests.history.check.History;
import io.edog.itests.history.client.Clients;
import io.edog.itests.history.client.Recorder;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.SimulatedHosts;
import io.edog.itests.history.nemesis.Nemesis;
import io.edog.itests.history.nemesis.Survey;
import io.edog.itests.support.RawJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clients and faults on one cluster, and what is left for the checker. */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Duration PROGRESS_LIMIT = Duration.ofSeconds(60);
    private static final Duration MAJORITY_LIMIT = Duration.ofSeconds(90);
    private static final Duration REST_LIMIT = Duration.ofSeconds(120);
    private static final int VMS = 8;
    private static final int WRITES_A_ROUND = 20;

    private final Cluster cluster;
    private final String token;
    private final Recorder recorder = new Recorder();
    private final List<ChainLink> chain = new ArrayList<>();

    Run(Cluster cluster) {
        this.cluster = cluster;
        this.token = Stage.session(cluster);
    }

    Recorder recorder() {
        return recorder;
    }

    /** As many rounds as wanted, with as many clients, then rest. */
    History play(Nemesis nemesis, int clients, int rounds, long seed) throws Exception {
        try (SimulatedHosts hosts = new SimulatedHosts(cluster.bus(), 2)) {
            String word = "h" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            List<String> vms = Stage.vms(cluster, token, word, VMS);
            try (Clients all = new Clients(cluster, clients, token, word, vms, recorder, seed)) {
                for (int round = 0; round < rounds; round++) {
                    round(nemesis);
                }
                all.finish();
            }
            rest();
            return new History(recorder.operations(), Ending.of(cluster, token), List.copyOf(chain));
        }
    }

    /** One fault; then writes go on, a majority serves, and the journal in ZooKeeper is read on. */
    private void round(Nemesis nemesis) throws Exception {
        long before = recorder.acknowledged();
        nemesis.strike(Survey.of(cluster, token));
        await("writes go on after a fault")
                .atMost(PROGRESS_LIMIT)
                .until(() -> recorder.acknowledged() - before >= WRITES_A_ROUND);
        await("a majority serves")
                .atMost(MAJORITY_LIMIT)
                .until(() -> Survey.of(cluster, token).serving().size()
                        > cluster.managers().size() / 2);
        LOG.info(
                "{} writes acknowledged, longest pause {} ms",
                recorder.acknowledged(),
                recorder.longestPause() / 1_000_000);
        readChain();
    }

    private void readChain() throws Exception {
        try (RawJournal journal = cluster.journal()) {
            journal.from(chain.size() + 1L).forEach(entry -> chain.add(Ending.link(entry)));
        }
    }

    /** All managers serve, and are at one index with one state. */
    private void rest() throws Exception {
        await("all managers agree")
                .atMost(REST_LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Survey once = Survey.of(cluster, token);
                    return once.agreed(cluster.managers().size()) && once.equals(Survey.of(cluster, token));
                });
        readChain();
    }
}
