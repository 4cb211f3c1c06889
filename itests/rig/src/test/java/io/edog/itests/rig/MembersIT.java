package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers come and go while clients write. */
class MembersIT {
    private static final Duration MORE = Duration.ofMinutes(2);

    private Rig rig;
    private Appctl appctl;
    private Cluster cluster;

    @BeforeEach
    void oneManager() {
        rig = Rig.unpacked(3, 0);
        appctl = rig.appctl();
        cluster = new Cluster(rig);
        appctl.run("cluster", "conf", "a").succeeded();
        appctl.run("cluster", "deploy").succeeded();
        appctl.run("cluster", "start").succeeded();
        cluster.serves(Map.of());
    }

    @AfterEach
    void down() {
        rig.close();
    }

    @Test
    void fromOneToThreeAndBackToOneWithoutALostWrite() throws Exception {
        Rest a = cluster.admin(rig.host("a"));
        try (Writers writers = new Writers(a)) {
            assertThat(appctl.run("manager", "add", "10.9.9.9", "--connect-timeout", "2")
                            .exit())
                    .as("a host that is not there")
                    .isEqualTo(3);
            appctl.run("manager", "add", "b", "c").succeeded();
            cluster.serves(Map.of());
            assertThat(voters()).isEqualTo(3);
            writers.join(rig.host("b").rest());
            writers.join(rig.host("c").rest());
            goOn(writers);
            appctl.run("manager", "add", "b", "c").succeeded();

            cluster.lead(rig.host("c"), true);
            writers.only(a);
            appctl.run("manager", "delete", "c").succeeded();
            goOn(writers);
            writers.finish();
            rig.managers().stream().limit(2).forEach(host -> writers.verify(host.rest()));

            rig.host("b").powerOff();
            assertThat(appctl.run("manager", "delete", "b", "--connect-timeout", "2")
                            .exit())
                    .as("it does not answer")
                    .isEqualTo(3);
            assertThat(appctl.run("manager", "delete", "b", "--dead", "--connect-timeout", "2")
                            .exit())
                    .as("most voters are lost, and nobody said that this is understood")
                    .isNotZero();
            appctl.run("manager", "delete", "b", "--dead", "--survivor", "a", "--yes-newest-writes-may-be-missing")
                    .succeeded();
            cluster.serves(Map.of("a", "leader"));
            writers.verify(rig.host("a").rest());
            Cluster.written(cluster.admin(rig.host("a")), "afterwards");
        }
    }

    private static void goOn(Writers writers) {
        int before = writers.acknowledged();
        await("further writes").atMost(MORE).until(() -> writers.acknowledged() > before + 20);
    }

    private long voters() {
        JsonNode nodes = appctl.json("cluster", "ping").path("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path("voter").asText().matches("leader|follower"))
                .count();
    }
}
