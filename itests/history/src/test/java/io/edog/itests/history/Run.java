package io.edog.itests.history;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.check.ChainLink;
import io.edog.itests.history.check.History;
import io.edog.itests.history.client.Clients;
import io.edog.itests.history.client.Endpoint;
import io.edog.itests.history.client.Recorder;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.SimulatedHosts;
import io.edog.itests.history.nemesis.Nemesis;
import io.edog.itests.history.nemesis.Survey;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clients and faults on one cluster, and what is left for the checker. */
public final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Duration PROGRESS_LIMIT = Duration.ofMinutes(2);
    private static final Duration MAJORITY_LIMIT = Duration.ofMinutes(3);
    private static final int VMS = 8;
    private static final int WRITES_A_ROUND = 20;
    private static final int HOSTS = 2;

    private final Cluster cluster;
    private final String token;
    private final boolean journalRead;
    private final Recorder recorder = new Recorder();

    /** Something that happens to a cluster while clients are at work. */
    public interface Act {
        void perform(Run run) throws Exception;
    }

    public Run(Cluster cluster) {
        this(cluster, true);
    }

    /** @param journalRead whether ZooKeeper's journal is checked, too; one that is trimmed faster than it can be read is not */
    public Run(Cluster cluster, boolean journalRead) {
        this.cluster = cluster;
        this.journalRead = journalRead;
        this.token = Stage.session(cluster);
    }

    public Recorder recorder() {
        return recorder;
    }

    public Cluster cluster() {
        return cluster;
    }

    /** The administrator, at a manager. */
    public Rest administrator(String manager) {
        return cluster.rest(manager).with(token);
    }

    public Survey survey() {
        return Survey.of(cluster, token);
    }

    /** So many faults, one after the other. */
    public static Act rounds(Nemesis nemesis, int rounds) {
        return run -> {
            for (int round = 0; round < rounds; round++) {
                run.strike(nemesis);
            }
        };
    }

    /**
     * Lets clients work while something happens, then waits for rest.
     *
     * @param patience how long a client waits for one answer before it asks another manager
     * @param rest how long the managers have to agree in the end; if they don't, the checker will say so
     */
    public History play(int clients, Duration patience, long seed, Duration rest, Act act) throws Exception {
        try (SimulatedHosts hosts = new SimulatedHosts(cluster.bus(), HOSTS);
                JournalReader journal = new JournalReader(cluster)) {
            String word = "h" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            List<String> vms = Stage.vms(cluster, token, word, VMS);
            try (Clients all = new Clients(cluster, clients, token, patience, word, vms, recorder, seed)) {
                progress();
                act.perform(this);
                all.finish();
            }
            rest(rest);
            return new History(recorder.operations(), Ending.of(cluster, token), chain(journal));
        }
    }

    private List<ChainLink> chain(JournalReader journal) {
        if (!journalRead) {
            return List.of();
        }
        await("the journal can be read").atMost(MAJORITY_LIMIT).until(() -> whollyRead(journal));
        return journal.chain();
    }

    /** One fault; then writes go on, and a majority serves. */
    private void strike(Nemesis nemesis) {
        recorder.longestPause();
        nemesis.strike(survey());
        progress();
        await("a majority serves")
                .atMost(MAJORITY_LIMIT)
                .until(() -> survey().serving().size() > cluster.managers().size() / 2);
        LOG.info(
                "{} writes acknowledged, longest pause {} ms",
                recorder.acknowledged(),
                recorder.longestPause() / 1_000_000);
    }

    /** Has one more client create a volume at one manager, however long the answer takes. */
    public CompletableFuture<Void> create(int client, String volume, String manager) {
        Rest rest = cluster.rest(manager).with(token).limit(PROGRESS_LIMIT);
        return Clients.create(client, volume, new Endpoint(manager, rest), recorder);
    }

    /** Waits until some more writes have been acknowledged. */
    public void progress() {
        long before = recorder.acknowledged();
        await("writes go on").atMost(PROGRESS_LIMIT).until(() -> recorder.acknowledged() - before >= WRITES_A_ROUND);
    }

    private boolean whollyRead(JournalReader journal) {
        Survey now = survey();
        long head = now.serving().stream().mapToLong(now::index).max().orElse(Long.MAX_VALUE);
        journal.readOn();
        return journal.last() >= head;
    }

    /** All managers serve, and are twice at the same index with one state. */
    private void rest(Duration limit) {
        try {
            await("all managers agree")
                    .atMost(limit)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> survey().agreed(cluster.managers().size())
                            && survey().mark().equals(survey().mark()));
        } catch (ConditionTimeoutException e) {
            LOG.warn("the managers do not agree: {}", survey());
        }
    }
}
