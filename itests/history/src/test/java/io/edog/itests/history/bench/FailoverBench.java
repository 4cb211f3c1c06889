package io.edog.itests.history.bench;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.Run;
import io.edog.itests.history.Stage;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.Cluster.Part;
import io.edog.itests.history.cluster.LocalCluster;
import io.edog.itests.history.cluster.SimulatedHosts;
import io.edog.itests.history.nemesis.Survey;
import io.edog.itests.support.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the death of the leader to the next write accepted through another manager. */
final class FailoverBench implements ClusterBench.Benchmark {
    private static final Logger LOG = LoggerFactory.getLogger(FailoverBench.class);
    private static final int ROUNDS = Integer.getInteger("edog.rounds", 12);
    private static final int CLIENTS = 16;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BACK_LIMIT = Duration.ofMinutes(3);

    @Override
    public List<Sample> measure() throws Exception {
        Sample killed = new Sample("leader's karaf killed to next write, other manager", "ms");
        Takeover takeover = new Takeover(ROUNDS);
        Sample node = new Sample("leader's karaf and voter killed to next write", "ms");
        try (Cluster cluster = new LocalCluster(LocalCluster.build(), 3, Map.of())) {
            new Run(cluster).play(CLIENTS, PATIENCE, SEED, BACK_LIMIT, takeover);
            kill(cluster, killed, node);
        }
        return List.of(killed, node, takeover.pause, takeover.failed);
    }

    private static void kill(Cluster cluster, Sample killed, Sample node) throws Exception {
        try (SimulatedHosts hosts = new SimulatedHosts(cluster.bus(), 1)) {
            String token = Stage.session(cluster);
            String vm = Stage.vms(cluster, token, "bench", 1).get(0);
            for (int round = 0; round < ROUNDS; round++) {
                killed.add(round(cluster, token, vm, List.of(Part.KARAF)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                node.add(round(cluster, token, vm, List.of(Part.KARAF, Part.ZOOKEEPER)));
            }
        }
    }

    private static double round(Cluster cluster, String token, String vm, List<Part> parts) throws Exception {
        Survey calm = calm(cluster, token);
        String leader = calm.leader().orElseThrow();
        try (Probe probe = new Probe(cluster, token, vm, leader)) {
            probe.accepted(); // connections are open
            long begin = System.nanoTime();
            parts.forEach(part -> cluster.kill(leader, part));
            double ms = (probe.accepted() - begin) / 1e6;
            LOG.info("{} killed at {}: {} ms", parts, leader, Math.round(ms));
            return ms;
        }
    }

    /** All managers serve, at one index. */
    static Survey calm(Cluster cluster, String token) {
        return await("all managers serve")
                .atMost(BACK_LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> Survey.of(cluster, token),
                        survey -> survey.agreed(cluster.managers().size())
                                && survey.leader().isPresent());
    }
}
