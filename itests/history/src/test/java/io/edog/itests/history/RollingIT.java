package io.edog.itests.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.edog.itests.history.check.Checker;
import io.edog.itests.history.check.History;
import io.edog.itests.history.check.Operation;
import io.edog.itests.history.check.Operation.Result;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.RigCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an administrator does to a cluster while clients are at work costs none of them a request. Part of the long run until it reads
 * the journal on while it lasts: ZooKeeper has forgotten its beginning by then.
 */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
@ExtendWith(SharedCluster.class)
class RollingIT {
    private static final int CLIENTS = 16;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMinutes(3);

    @Test
    void aRollingRestartFailsNoRequest(Cluster cluster) throws Exception {
        assumeThat(cluster).as("appctl is on the rig").isInstanceOf(RigCluster.class);
        RigCluster rig = (RigCluster) cluster;
        Run run = new Run(cluster);
        History history = run.play(CLIENTS, PATIENCE, SEED, REST, work -> {
            rig.appctl().run("cluster", "restart").succeeded();
            work.progress();
        });
        assertThat(history.operations()).extracting(Operation::result).containsOnly(Result.OK);
        assertThat(Checker.check(history)).isEmpty();
        assertThat(run.recorder().oddities()).isEmpty();
    }
}
