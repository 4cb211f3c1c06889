package io.edog.itests.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.history.check.Checker;
import io.edog.itests.history.check.History;
import io.edog.itests.history.check.Operation;
import io.edog.itests.history.check.Operation.Result;
import io.edog.itests.history.cluster.RigCluster;
import io.edog.itests.rig.Appctl;
import io.edog.itests.rig.Rig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Managers come and go under load, and no write is lost. Part of the long run: the rig's MembersIT does the like in the short one. */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
class MembershipIT {
    private static final int CLIENTS = 16;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMinutes(3);

    @Test
    void oneManagerBecomesThreeThenTwoThenOne() throws Exception {
        try (Rig rig = Rig.unpacked(3, 0)) {
            Appctl appctl = rig.appctl();
            appctl.run("cluster", "conf", "a").succeeded();
            appctl.run("cluster", "deploy").succeeded();
            appctl.run("cluster", "start").succeeded();
            underLoad(rig, List.of("a"), List.of("manager", "add", "b"), List.of("manager", "add", "c"));
            underLoad(rig, List.of("a", "b"), List.of("manager", "delete", "c"));
            underLoad(rig, List.of("a"), List.of("manager", "delete", "b"));
        }
    }

    @SafeVarargs
    private static void underLoad(Rig rig, List<String> managers, List<String>... commands) throws Exception {
        RigCluster cluster = new RigCluster(rig, managers);
        Run run = new Run(cluster);
        History history = run.play(CLIENTS, PATIENCE, SEED, REST, work -> {
            for (List<String> command : commands) {
                rig.appctl().run(command.toArray(String[]::new)).succeeded();
                work.progress();
            }
        });
        assertThat(history.operations()).extracting(Operation::result).containsOnly(Result.OK);
        assertThat(Checker.check(history)).isEmpty();
        assertThat(run.recorder().oddities()).isEmpty();
    }
}
