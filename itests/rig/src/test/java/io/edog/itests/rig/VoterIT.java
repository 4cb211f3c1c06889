package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.rig.RigHost.Part;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A voter whose disk is full, whose data is gone, or whose leader is off: no acknowledged write is lost. */
class VoterIT {
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofSeconds(20);

    private static Rig rig;
    private static Cluster cluster;

    @BeforeAll
    static void up() {
        rig = Rig.cluster(3, 0, "--disk", "1G");
        cluster = new Cluster(rig);
    }

    @AfterAll
    static void down() {
        rig.close();
    }

    @Test
    void withoutTheVotersLeaderTheOthersGoOn() {
        RigHost leader = voter("leader");
        RigHost other = others(leader).get(0);
        Rest admin = cluster.admin(other);
        leader.powerOff();
        written(admin, "without-the-voters-leader");
        leader.powerOn();
        cluster.serves(Map.of());
        assertThat(Cluster.volumes(cluster.admin(leader))).contains("without-the-voters-leader");
    }

    @Test
    void aFullDiskStopsNobodyElse() {
        RigHost full = voter("follower");
        Rest admin = cluster.admin(others(full).get(0));
        full.fillDisk();
        for (int i = 0; i < 10; i++) {
            written(admin, "beside-a-full-disk-" + i);
        }
        full.freeDisk();
        cluster.serves(Map.of());
        assertThat(Cluster.volumes(cluster.admin(full))).contains("beside-a-full-disk-0", "beside-a-full-disk-9");
    }

    @Test
    void anEmptiedVoterErasesNothing() {
        RigHost emptied = voter("follower");
        RigHost away = others(emptied).get(0);
        RigHost knows = others(emptied).get(1);
        Rest admin = cluster.admin(knows);
        away.powerOff();
        written(admin, "known-to-one");
        emptied.exec(Duration.ofMinutes(2), "edog-node", "stop").succeeded();
        emptied.bash("rm -rf /var/lib/edog/zookeeper/data/version-2");
        knows.powerOff();
        away.powerOn();
        emptied.exec(Duration.ofMinutes(2), "edog-node", "start").succeeded();
        await("their voters run")
                .atMost(AGAIN)
                .until(() -> away.state(Part.ZOOKEEPER).equals("up")
                        && emptied.state(Part.ZOOKEEPER).equals("up"));
        await("who knows nothing elects nobody who knows less")
                .during(NEVER)
                .atMost(NEVER.plus(AGAIN))
                .until(() -> List.of(away, emptied).stream().noneMatch(VoterIT::leads));
        knows.powerOn();
        cluster.serves(Map.of());
        assertThat(rig.managers())
                .allSatisfy(
                        host -> assertThat(Cluster.volumes(cluster.admin(host))).contains("known-to-one"));
    }

    private static void written(Rest admin, String name) {
        await("a write").atMost(AGAIN).pollInterval(Duration.ofMillis(100)).until(() -> Cluster.writes(admin, name));
    }

    private static boolean leads(RigHost host) {
        return host.bash("edog-node status --json || true").contains("\"role\":\"leader\"");
    }

    private static RigHost voter(String mode) {
        JsonNode nodes = rig.appctl().json("cluster", "ping").path("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path("voter").asText().equals(mode))
                .map(node -> rig.host(node.path("node").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<RigHost> others(RigHost host) {
        return rig.managers().stream().filter(each -> !each.equals(host)).toList();
    }
}
