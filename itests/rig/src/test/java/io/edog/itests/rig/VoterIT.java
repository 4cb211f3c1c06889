package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.rig.RigHost.Part;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Volumes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A voter whose disk is full, whose data is gone, or whose leader is off: no acknowledged write is lost. */
class VoterIT {
    private static final Logger LOG = LoggerFactory.getLogger(VoterIT.class);

    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration STALL = Duration.ofMillis(3_500);

    private static Rig rig;
    private static Cluster cluster;

    @BeforeAll
    static void up() {
        rig = Rig.cluster(3, 0, "--disk", "1G");
        cluster = new Cluster(rig);
        cluster.admin(rig.host("a"));
    }

    @AfterAll
    static void down() {
        rig.close();
    }

    /** Whether edog's leader is on the same host or not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutTheVotersLeaderTheOthersGoOn(boolean leadsToo) {
        RigHost off = voter("leader");
        cluster.lead(off, leadsToo);
        String name = leadsToo ? "without-both-leaders-" : "without-the-voters-leader-";
        try (Stall stall =
                new Stall(rig.managersBut(off).stream().map(cluster::admin).toList(), name)) {
            off.powerOff();
            stall.goOn();
            LOG.info("nothing was read for {}, nothing written for {}", stall.longestRead(), stall.longestWrite());
            assertThat(stall.longestRead()).isLessThanOrEqualTo(STALL);
            assertThat(stall.longestWrite()).isLessThanOrEqualTo(STALL);
        }
        off.powerOn();
        settled();
        assertThat(Volumes.names(cluster.admin(off))).contains(name + 0, name + 50);
    }

    /** Neither when it is the disk of the manager that leads. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFullDiskStopsNobodyElse(boolean leads) {
        RigHost full = voter("follower");
        cluster.lead(full, leads);
        Rest admin = cluster.admin(rig.managersBut(full).get(0));
        String name = leads ? "beside-the-leaders-full-disk-" : "beside-a-full-disk-";
        full.fillDisk();
        for (int i = 0; i < 10; i++) {
            Cluster.written(admin, name + i);
        }
        full.freeDisk();
        settled();
        assertThat(Volumes.names(cluster.admin(full))).contains(name + 0, name + 9);
    }

    @Test
    void anEmptiedVoterErasesNothing() {
        RigHost emptied = voter("follower");
        RigHost away = rig.managersBut(emptied).get(0);
        RigHost knows = rig.managersBut(emptied).get(1);
        Rest admin = cluster.admin(knows);
        away.powerOff();
        Cluster.written(admin, "known-to-one");
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
        settled();
        assertThat(rig.managers())
                .allSatisfy(
                        host -> assertThat(Volumes.names(cluster.admin(host))).contains("known-to-one"));
    }

    @Test
    void aColdStartNeedsAMajorityNoMore() {
        Appctl appctl = rig.appctl();
        RigHost away = rig.managers().stream()
                .filter(host -> !host.equals(appctl.host()))
                .findFirst()
                .orElseThrow();
        appctl.run("cluster", "stop").succeeded();
        away.powerOff();
        assertThat(appctl.run("cluster", "start", "--connect-timeout", "2")
                        .exits(3)
                        .all())
                .contains(away.name());
        Cluster.written(cluster.admin(rig.managersBut(away).get(0)), "without-one-from-the-start");
        away.powerOn();
        settled();
        assertThat(Volumes.names(cluster.admin(away))).contains("without-one-from-the-start");
    }

    /** As docs/appctl.md says. */
    @Test
    void aHostWithANewDiskComesBack() {
        Appctl appctl = rig.appctl();
        RigHost renewed = voters("follower")
                .filter(host -> !host.equals(appctl.host()))
                .findFirst()
                .orElseThrow();
        Cluster.written(cluster.admin(rig.managersBut(renewed).get(0)), "before-the-new-disk");
        renewed.exec(Duration.ofMinutes(2), "edog-node", "stop").succeeded();
        renewed.bash("rm -rf /opt/edog/* /etc/edog/* /var/lib/edog/*");
        appctl.run("cluster", "deploy").succeeded();
        appctl.run("cluster", "start", renewed.name()).succeeded();
        settled();
        assertThat(Volumes.names(cluster.admin(renewed))).contains("before-the-new-disk");
    }

    /** All serve, and all vote again: a manager serves before its own voter has learned everything. */
    private static void settled() {
        cluster.serves(Map.of());
        await("all voters are among the others").atMost(SETTLED).untilAsserted(() -> {
            assertThat(voters("leader")).hasSize(1);
            assertThat(voters("follower")).hasSize(2);
        });
    }

    private static boolean leads(RigHost host) {
        return host.bash("edog-node status --json || true").contains("\"role\":\"leader\"");
    }

    private static RigHost voter(String mode) {
        return voters(mode).findFirst().orElseThrow();
    }

    private static Stream<RigHost> voters(String mode) {
        JsonNode nodes = rig.appctl().json("cluster", "ping").path("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path("voter").asText().equals(mode))
                .map(node -> rig.host(node.path("node").asText()));
    }
}
