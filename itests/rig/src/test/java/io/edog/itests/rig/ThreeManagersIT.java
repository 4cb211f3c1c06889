package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.rig.RigHost.Part;
import io.edog.itests.support.Command;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Volumes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From bare hosts to three managers and two agents that lose a leader, with an address that follows it, by what an administrator types; each step tried wrong, too. */
@ExtendWith(SharedRig.class)
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeManagersIT {
    private static final Duration FAILOVER = Duration.ofSeconds(30);

    private static Rig rig;
    private static Appctl appctl;
    private static FloatingAddress floating;
    /** Their processes, which stay the same whatever becomes of managers. */
    private static List<String> guests;

    @BeforeAll
    static void up(Rig fresh) {
        rig = fresh;
        appctl = rig.appctl();
        floating = FloatingAddress.of(rig);
    }

    @Test
    @Order(1)
    void confRefusesWhatCannotBe() {
        assertThat(appctl.run("cluster", "deploy").exit())
                .as("nothing was set up")
                .isNotZero();
        assertThat(appctl.run("cluster", "conf", "not an address!").exits(2).err())
                .contains("not an address!");
        assertThat(appctl.run("cluster", "conf").exit()).isEqualTo(2);
        assertThat(appctl.run("cluster", "frobnicate").exit()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void confTellsItsPlanAndMayBeGivenTwice() {
        String[] conf = {"cluster", "conf", "a", "b", "c", "--agents", "d", "e", "--floating", floating.option()};
        Command.Result first = appctl.run(conf).succeeded();
        assertThat(first.out()).contains("3 managers vote", "manager", "agent", "answers");
        assertThat(appctl.run(conf).succeeded().out()).contains("Nothing to do");
        assertThat(appctl.host().bash("stat -c %a /root/.edog/edog/ca/ca.key")).isEqualTo("600");
    }

    @Test
    @Order(3)
    void deployNamesAHostThatIsOffAndIsResumed() {
        RigHost off = rig.host("e");
        off.powerOff();
        Command.Result first =
                appctl.run("cluster", "deploy", "--connect-timeout", "2").exits(3);
        assertThat(first.all()).contains("e", "4 of 5 done");
        off.powerOn();
        assertThat(appctl.run("cluster", "deploy").succeeded().all()).contains("5 of 5 done");
        assertThat(appctl.run("cluster", "deploy").succeeded().all()).contains("nothing changed");
    }

    @Test
    @Order(4)
    void startWaitsUntilAllServe() {
        appctl.run("cluster", "start").succeeded();
        appctl.run("cluster", "start").succeeded();
        new Cluster(rig).serves(Map.of("d", "agent", "e", "agent"));
    }

    @Test
    @Order(5)
    void vmsRunOnTheAgents() {
        rig.verb(Duration.ofMinutes(4), "demo").succeeded();
        guests = new Cluster(rig).guests();
        assertThat(guests).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @Order(6)
    void anotherManagerLeadsWhenTheLeaderIsKilledAndItsHostOff() {
        RigHost leader = appctl.leader();
        Cluster cluster = new Cluster(rig);
        List<Rest> admins = rig.managersBut(leader).stream().map(cluster::admin).toList();
        Cluster.written(admins.get(0), "before");
        leader.kill(Part.KARAF);
        becomesWritten(admins, "after");
        leader.powerOff();
        becomesWritten(admins, "without");
        floating.isAtOneOf(rig.managersBut(leader));
        if (!leader.equals(appctl.host())) {
            Command.Result ping = appctl.run("cluster", "ping", "--connect-timeout", "2");
            assertThat(ping.exit()).isNotZero();
            assertThat(ping.all()).contains("Is " + leader.name() + " up");
        }
        assertThat(cluster.guests()).as("no guest noticed").isEqualTo(guests);
        leader.powerOn();
        cluster.serves(Map.of());
        assertThat(Volumes.names(cluster.admin(leader))).contains("before", "after", "without");
    }

    @Test
    @Order(7)
    void theAddressLeavesALeaderThatIsCutOff() {
        RigHost first = floating.isAtOneOf(rig.managers());
        assertThat(first).isEqualTo(appctl.leader());
        first.cut();
        RigHost second = floating.isAtOneOf(rig.managers());
        assertThat(second).isNotEqualTo(first);
        first.heal();
        floating.isAtOneOf(rig.managers());
    }

    private static void becomesWritten(List<Rest> admins, String name) {
        await("a write through another manager")
                .atMost(FAILOVER)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Cluster.writes(admins.get(0), name));
        await("every other manager has it once")
                .atMost(FAILOVER)
                .untilAsserted(() -> assertThat(admins)
                        .allSatisfy(admin -> assertThat(Volumes.names(admin)).containsOnlyOnce("before", name)));
    }

    @Test
    @Order(8)
    void stopLeavesTheGuests() {
        appctl.run("cluster", "stop").succeeded();
        assertThat(rig.hosts())
                .allSatisfy(host -> assertThat(host.state(Part.KARAF)).isEqualTo("down"));
        assertThat(new Cluster(rig).guests()).isEqualTo(guests);
    }
}
