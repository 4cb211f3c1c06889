package io.edog.itests.history.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.edog.itests.history.Run;
import io.edog.itests.history.SharedCluster;
import io.edog.itests.history.check.Checker;
import io.edog.itests.history.check.History;
import io.edog.itests.history.check.Operation;
import io.edog.itests.history.check.Operation.Result;
import io.edog.itests.history.client.Recorder;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.RigCluster;
import io.edog.itests.rig.Rig;
import io.edog.itests.support.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an administrator does to a cluster while clients are at work costs none of them a request, and no guest its process. */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
@ExtendWith(SharedCluster.class)
class RollingIT {
    private static final Logger LOG = LoggerFactory.getLogger(RollingIT.class);
    private static final int CLIENTS = 16;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMinutes(3);
    private static final Duration NODE_LIMIT = Duration.ofMinutes(6);
    private static final Duration CLUSTER_LIMIT = NODE_LIMIT.multipliedBy(3);
    private static final String LATER = "9.9.9";

    @Test
    void aRollingRestartFailsNoRequest(Cluster cluster) throws Exception {
        Rig rig = rig(cluster);
        underLoad("rolling-restart", cluster, rig, run -> {
            rolling(rig, "restart");
            run.progress();
        });
    }

    @Test
    void aRollingUpgradeAndTheWayBackFailNoRequest(Cluster cluster) throws Exception {
        Rig rig = rig(cluster);
        rig.appctl()
                .host()
                .bash("cp -al /root/edog /root/edog-" + LATER + "; cd /root/edog-" + LATER + "; sed -i 's/^[^ ]*/"
                        + LATER + "/' lib/edog/release");
        underLoad("rolling-upgrade", cluster, rig, run -> {
            rolling(rig, "upgrade", "--distribution", "/root/edog-" + LATER);
            assertThat(versions(rig)).containsOnly(LATER);
            run.progress();
            rolling(rig, "upgrade", "--to", Features.VERSION);
            assertThat(versions(rig)).containsOnly(Features.VERSION);
            run.progress();
        });
    }

    @Test
    void featuresUpgradedAndRolledBackFailNoRequest(Cluster cluster) throws Exception {
        Rig rig = rig(cluster);
        Features features = new Features(rig);
        underLoad("features-exchanged", cluster, rig, run -> {
            for (String feature : Features.ALL) {
                features.install(run, feature, Features.NEXT);
                features.install(run, feature, Features.VERSION);
            }
        });
    }

    /** One host after the other; a node that starts may be slow where so much runs on one machine. */
    private static void rolling(Rig rig, String... words) {
        List<String> command = new ArrayList<>(List.of("--timeout", Long.toString(NODE_LIMIT.toSeconds()), "cluster"));
        command.addAll(List.of(words));
        LOG.info(
                "{}",
                rig.appctl()
                        .run(CLUSTER_LIMIT, command.toArray(String[]::new))
                        .succeeded()
                        .out());
    }

    private static Rig rig(Cluster cluster) {
        assumeThat(cluster).as("appctl is on the rig").isInstanceOf(RigCluster.class);
        return ((RigCluster) cluster).rig();
    }

    private static List<String> versions(Rig rig) {
        return rig.appctl().json("cluster", "ping").path("nodes").findValuesAsText("version");
    }

    private static void underLoad(String name, Cluster cluster, Rig rig, Run.Act act) throws Exception {
        Run run = new Run(cluster);
        Guests guests = new Guests(rig, run.administrator(cluster.managers().get(0)));
        History history = run.play(CLIENTS, PATIENCE, SEED, REST, act);
        Map<String, Integer> counts = counts(history, run.recorder());
        LOG.info("{}: {}, managers away {}", name, counts, run.recorder().away());
        assertThat(history.operations()).extracting(Operation::result).containsOnly(Result.OK);
        assertThat(Checker.check(history)).isEmpty();
        assertThat(run.recorder().oddities()).isEmpty();
        guests.untouched();
        Results.write(name, SEED, counts);
    }

    private static Map<String, Integer> counts(History history, Recorder recorder) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("clients", CLIENTS);
        counts.put("operations", history.operations().size());
        counts.put("operations tried again", (int) recorder.retried());
        counts.put("operations failed", (int) history.operations().stream()
                .filter(operation -> operation.result() != Result.OK)
                .count());
        counts.put("slowest, ms", (int) history.operations().stream()
                .mapToLong(operation -> (operation.returned() - operation.invoked()) / 1_000_000)
                .max()
                .orElse(0));
        return counts;
    }
}
