package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.rig.RigHost.Part;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agents stop, start, go and come, also one that ssh does not reach; a host is forgotten once no VM may run there. */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
@ExtendWith(SharedRig.class)
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentsIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String TOKEN = "/srv/edog-shared/token";
    private static final String JOIN = "/opt/edog/current/bin/appctl agent join ";

    private static Rig rig;
    private static Appctl appctl;
    private static RigHost host;
    private static Rest admin;

    @BeforeAll
    static void up(Rig shared) {
        rig = shared;
        appctl = rig.appctl();
        host = rig.host("e");
        Cluster cluster = new Cluster(rig);
        cluster.runs();
        admin = cluster.admin(rig.host("a"));
    }

    @Test
    @Order(1)
    void oneThatIsStoppedReadsUnknownAndItsGuestRunsOn() {
        appctl.run("agent", "stop", "e").succeeded();
        await("its host is unknown").atMost(SOON).until(() -> state("e").equals("unknown"));
        assertThat(appctl.run("agent", "list").succeeded().out())
                .containsPattern("d .* up\\b")
                .containsPattern("e .* unknown\\b");
        assertThat(guests()).isEqualTo(1);
        assertThat(appctl.run("agent", "stop", "a").exits(2).err()).contains("There are: d, e");
        assertThat(appctl.run("agent", "start", "e").succeeded().out()).contains("1 of 1 done");
        await("its host is up").atMost(SOON).until(() -> state("e").equals("up"));
    }

    /** By what {@code agent list} says; empty if it is not there. */
    private static String state(String name) {
        for (JsonNode agent : appctl.json("agent", "list").path("agents")) {
            if (agent.path("name").asText().equals(name)) {
                return agent.path("state").asText();
            }
        }
        return "";
    }

    private static int guests() {
        return host.status().path("guests").asInt();
    }

    @Test
    @Order(2)
    void oneWithAGuestStays() {
        assertThat(appctl.run("agent", "delete", "e").exits(1).err()).contains("e runs 1 virtual machines");
        assertThat(admin.delete("/hosts/e").expect(409).text("detail")).contains("may still run there");
        assertThat(hosts()).containsExactlyInAnyOrder("d", "e");
    }

    private static List<String> hosts() {
        return admin.all("/hosts?limit=100", "after").stream()
                .map(each -> each.path("name").asText())
                .toList();
    }

    @Test
    @Order(3)
    void oneWithoutGuestsGoesAndIsForgotten() {
        for (JsonNode vm : admin.all("/vms?limit=100", "after")) {
            if (vm.path("host").asText().equals("e")) {
                stop("/vms/" + vm.path("id").asText());
            }
        }
        assertThat(guests()).isZero();
        appctl.run("agent", "delete", "e").succeeded();
        assertThat(hosts()).containsExactly("d");
        assertThat(appctl.run("agent", "list").succeeded().all()).doesNotContain("e ");
        assertThat(appctl.run("agent", "delete", "e").exits(2).err()).contains("'e' is none of these hosts");
        assertThat(host.state(Part.KARAF)).isEqualTo("down");
    }

    @Test
    @Order(4)
    void oneThatIsAddedTwiceIsThereOnce() {
        assertThat(appctl.run("agent", "add", "not an address!").exits(2).err()).contains("not an address!");
        assertThat(appctl.run("agent", "add", "e", "e").exits(2).err()).contains("e");
        assertThat(appctl.run("agent", "add", "10.77.0.0.1").exits(2).err()).contains("is no address");
        appctl.run("agent", "add", "e").succeeded();
        appctl.run("agent", "add", "e").succeeded();
        await("the managers know it").atMost(SOON).until(() -> state("e").equals("up"));
        assertThat(hosts()).containsExactlyInAnyOrder("d", "e");
        appctl.run("agent", "delete", "e").succeeded();
        assertThat(hosts()).containsExactly("d");
    }

    private static void stop(String vm) {
        admin.post(vm + "/stop", "{\"force\":true}").expect(202);
        await("it is stopped")
                .atMost(SOON)
                .until(() -> admin.get(vm).text("state").equals("stopped"));
    }

    @Test
    @Order(5)
    void oneThatSshDoesNotReachJoinsByAToken() {
        host.pause(Part.SSHD);
        assertThat(appctl.run("agent", "add", "e", "--connect-timeout", "2")
                        .exits(3)
                        .err())
                .contains("nothing was changed");
        assertThat(appctl.run("agent", "token", "e", "--hours", "0").exit()).isEqualTo(2);
        assertThat(appctl.run("agent", "token", "e=" + host.address(), "--out", "/root/token")
                        .succeeded()
                        .out())
                .contains("token of e");
        assertThat(appctl.host().bash("stat -c %a /root/token; cp /root/token " + TOKEN))
                .isEqualTo("600");
        assertThat(host.exec(SOON, "bash", "-c", "echo half-a-token | " + JOIN)
                        .exits(2)
                        .err())
                .contains("this is no token");
        host.bash(JOIN + TOKEN);
        host.bash(JOIN + "<" + TOKEN);
        host.bash("edog-node start --wait 180");
        await("the managers know it").atMost(SOON).until(() -> hosts().contains("e"));
        assertThat(appctl.run("agent", "list").succeeded().out()).containsPattern("e .* up\\b");
    }

    @Test
    @Order(6)
    void aGuestRunsOnTheOneThatJoined() {
        String body = "{\"name\":\"joined\",\"cpus\":1,\"memoryMiB\":128,\"template\":\"edog-tiny\",\"start\":false}";
        String vm = admin.post("/vms", body).expect(202).text("subject");
        await("its disk")
                .atMost(SOON)
                .until(() -> admin.get("/vms/" + vm).text("state").equals("stopped"));
        admin.post("/vms/" + vm + "/start", "{\"host\":\"e\"}").expect(202);
        Everything.running(admin, "joined");
        assertThat(guests()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void oneThatIsDeadStaysWhileAVmMayRunThere() {
        host.powerOff();
        String[] words = {"agent", "delete", "e", "--dead", "--connect-timeout", "2"};
        assertThat(appctl.run(words).exits(1).err()).contains("may still run on e: joined");
        assertThat(hosts()).contains("e");
    }
}
