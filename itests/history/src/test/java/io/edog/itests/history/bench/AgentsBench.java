package io.edog.itests.history.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.history.Stage;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.Cluster.Part;
import io.edog.itests.history.cluster.LocalCluster;
import io.edog.itests.history.cluster.SimulatedHosts;
import io.edog.itests.history.nemesis.Survey;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a thousand hosts cost the managers and voters, and how soon a new leader has seen all of them. */
final class AgentsBench implements ClusterBench.Benchmark {
    private static final Logger LOG = LoggerFactory.getLogger(AgentsBench.class);
    private static final int HOSTS = Integer.getInteger("edog.hosts", 1000);
    private static final int SESSIONS = 50;
    private static final int ROUNDS = 5;
    private static final int WINDOWS = 5;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SEEN_LIMIT = Duration.ofMinutes(2);

    @Override
    public List<Sample> measure() throws Exception {
        try (LocalCluster cluster = new LocalCluster(LocalCluster.build(), 3, Map.of())) {
            String token = Stage.session(cluster);
            try (SimulatedHosts hosts = new SimulatedHosts(
                    IntStream.range(0, SESSIONS).mapToObj(i -> cluster.bus()).toList(), HOSTS)) {
                await("the managers have seen every host").atMost(SEEN_LIMIT).until(() -> allSeen(cluster, token, 0));
                LOG.info("{} hosts are up", HOSTS);
                Load load = new Load(cluster);
                for (int i = 0; i < WINDOWS; i++) {
                    load.window(FailoverBench.calm(cluster, token).leader().orElseThrow(), WINDOW);
                }
                Sample seen = new Sample("leader killed until a new one has seen " + HOSTS + " hosts", "ms");
                for (int round = 1; round <= ROUNDS; round++) {
                    seen.add(round(cluster, token, hosts, round));
                }
                return load.with(seen);
            }
        }
    }

    /** The hosts' reports are marked from the moment of the death on, so that an older one does not count. */
    private static double round(Cluster cluster, String token, SimulatedHosts hosts, int mark) {
        String leader = FailoverBench.calm(cluster, token).leader().orElseThrow();
        long begin = System.nanoTime();
        hosts.mark(mark);
        cluster.kill(leader, Part.KARAF);
        await("a new leader has seen every host")
                .atMost(SEEN_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> allSeen(cluster, token, mark));
        double ms = (System.nanoTime() - begin) / 1e6;
        LOG.info("{} killed: {} ms", leader, Math.round(ms));
        return ms;
    }

    private static boolean allSeen(Cluster cluster, String token, int mark) {
        return Survey.of(cluster, token)
                .leader()
                .filter(leader -> seen(cluster.rest(leader).with(token), mark) == HOSTS)
                .isPresent();
    }

    private static int seen(Rest leader, int mark) {
        try {
            Rest.Reply reply = leader.send("GET", "/hosts?limit=1000", Optional.empty());
            int count = 0;
            for (JsonNode host : reply.body().path("items")) {
                boolean up = host.path("state").asText().equals("up");
                count += up && host.path("freeMiB").asLong() == SimulatedHosts.freeMiB(mark) ? 1 : 0;
            }
            return count;
        } catch (IOException away) {
            return 0;
        }
    }
}
