package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator does to a cluster besides: the page, lists, and above all backups and recovery; each tried wrong, too. */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
@ExtendWith(SharedRig.class)
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationIT {
    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final int PORT = 9600;
    private static final String BROKEN = "/root/broken.state.gz";

    private static Rig rig;
    private static Appctl appctl;
    private static Cluster cluster;
    private static String token = "";
    private static JsonNode backup = Rest.JSON.createObjectNode();

    @BeforeAll
    static void up(Rig shared) {
        rig = shared;
        appctl = rig.appctl();
        cluster = new Cluster(rig);
        cluster.runs();
        token = cluster.admin(rig.host("a")).token().orElseThrow();
    }

    @Test
    @Order(1)
    void theVersionIsTold() {
        assertThat(appctl.run("version").succeeded().out()).isEqualTo("edog 0.1.0\n");
        assertThat(appctl.json("version").path("version").asText()).isEqualTo("0.1.0");
    }

    @Test
    @Order(2)
    void theListOfAgentsIsExportedAndImported() {
        RigHost here = appctl.host();
        String xml = appctl.run("cluster", "export").succeeded().out();
        assertThat(xml).contains("ip='d'", "ip='e'").doesNotContain("ip='a'");
        here.bash("/root/edog/bin/appctl cluster export >/root/cluster.xml");
        String other = "EDOG_CLUSTER_DIR=/root/other /root/edog/bin/appctl --yes cluster ";
        here.bash(other + "conf a b c --import /root/cluster.xml");
        assertThat(here.bash(other + "export")).isEqualTo(xml.stripTrailing());
        here.bash("echo '<cluster><slave' >/root/bad.xml; rm -r /root/other");
        assertThat(appctl.run("cluster", "conf", "--import", "/root/bad.xml")
                        .exits(2)
                        .err())
                .contains("bad.xml");
    }

    @Test
    @Order(3)
    void libvirtIsStartedWhereItDoesNotRun() {
        assertThat(appctl.run("action", "libvirt_start").succeeded().out()).contains("runs already");
        assertThat(appctl.run("action", "libvirt_start", "a").exits(2).err()).contains("There are: d, e");
    }

    @Test
    @Order(4)
    void thePageComesAndGoesAndTheApiStays() {
        assertThat(page()).isEqualTo(200);
        appctl.run("web", "stop").succeeded();
        appctl.run("web", "stop").succeeded();
        await("no page").atMost(SHORT).until(() -> page() == 404);
        assertThat(rig.host("b").rest().get("/health").status()).isEqualTo(200);
        appctl.run("web", "start").succeeded();
        await("the page").atMost(SHORT).until(() -> page() == 200);
    }

    private static int page() {
        return Rest.at("http://" + rig.host("b").address() + ":9501")
                .get("/ui/")
                .status();
    }

    @Test
    @Order(5)
    void aBackupIsFetchedAndNothingIsReplacedUnderARunningManager() {
        backup = appctl.json("db", "backup");
        assertThat(backup.path("index").asLong()).as(backup.toString()).isPositive();
        String file = file();
        assertThat(appctl.host().bash("stat -c %a " + file)).isEqualTo("600");
        assertThat(appctl.run("db", "recover", file).exits(1).err()).contains("stopped", "a runs", "c runs");
        assertThat(appctl.run("db", "recover", "/root/none").exits(2).err()).contains("no file");
        for (String verb : List.of("clear", "remove")) {
            assertThat(appctl.run("db", verb, "a", "b").exits(1).err()).contains("a runs; b runs", "cluster stop a b");
            assertThat(appctl.run("db", verb, "d").exits(2).err()).contains("There are: a, b, c");
            assertThat(appctl.run("db", verb).exit()).isEqualTo(2);
        }
        assertThat(appctl.run("db", "backup_offline").exits(1).out()).contains("runs", "cluster stop c");
    }

    private static String file() {
        return backup.path("file").asText();
    }

    @Test
    @Order(6)
    void whatAllManagersLostComesBackWithTheSameStateHash() {
        Map<String, List<String>> before = Everything.at(at("a"));
        List<String> guests = new Cluster(rig).guests();
        appctl.run("action", "cluster_stop").succeeded();
        assertThat(appctl.run("db", "backup_offline").succeeded().out()).contains("3 of 3 done");
        // The tests that share this rig log in by the first password.
        rig.managers()
                .forEach(host -> host.bash(
                        "find /var/lib/edog -mindepth 1 -maxdepth 1 ! -name admin-password -exec rm -rf {} +"));

        refusedRecoveries();
        Command.Result recovered = appctl.run("db", "recover", file()).succeeded();
        String hash = backup.path("stateHash").asText();
        assertThat(recovered.out().split("state hash " + hash, -1)).hasSize(4);
        assertThat(rig.managers())
                .allSatisfy(host ->
                        assertThat(host.bash("edog-node db show --json")).contains("\"stateHash\":\"" + hash + "\""));

        appctl.run("cluster", "start").succeeded();
        cluster.serves(Map.of("d", "agent", "e", "agent"));
        assertThat(rig.managers())
                .allSatisfy(host -> assertThat(Everything.at(at(host.name()))).isEqualTo(before));
        assertThat(new Cluster(rig).guests()).as("the same processes").isEqualTo(guests);
        Everything.running(at("b"), "demo-1", "demo-2");
    }

    private static void refusedRecoveries() {
        RigHost here = appctl.host();
        here.bash("head -c 1500 " + file() + " >" + BROKEN);
        assertThat(appctl.run("db", "recover", BROKEN).exits(1).out()).contains("not a whole state");
        assertThat(here.exec(SHORT, "/root/edog/bin/appctl", "db", "recover", file())
                        .exits(2)
                        .err())
                .as("nobody can be asked")
                .contains("--yes");
        RigHost away = rig.host("c");
        away.cut();
        assertThat(appctl.run("db", "recover", file(), "--connect-timeout", "2")
                        .exits(1)
                        .err())
                .contains("there and stopped: c ", "--without c");
        away.heal();
    }

    @Test
    @Order(7)
    void oneManagersDatabaseIsMadeAnewWhileTheOthersServe() {
        RigHost c = rig.host("c");
        appctl.run("manager", "stop", "c").succeeded();
        Cluster.written(at("a"), "while-one-was-away");
        String asked = "echo n | script -qec '/root/edog/bin/appctl db remove c' /dev/null";
        assertThat(appctl.host().exec(SHORT, "bash", "-c", asked).exits(1).out())
                .contains("recover and clear have kept, of c? [y/N]", "nothing was done");
        assertThat(c.bash("edog-node db show")).contains("state hash");
        appctl.run("db", "remove", "c").succeeded();
        assertThat(c.exec(SHORT, "edog-node", "db", "show").exits(1).err()).contains("there is no database");

        c.bash("echo 'its state differed' >/var/lib/edog/out-of-service");
        assertThat(appctl.run("db", "clear", "c").exits(1).out()).contains("there is no export", "--empty");
        appctl.run("db", "clear", "c", "--empty").succeeded();
        listensElsewhereFromNowOn();
        appctl.run("manager", "start", "c").succeeded();
        cluster.serves(Map.of());
        assertThat(Volumes.names(at("c", PORT))).contains("while-one-was-away");
        await("equal states").atMost(SHORT).until(() -> mark(at("a")).equals(mark(at("c", PORT))));
        listensHereAgain();
    }

    private static void listensHereAgain() {
        appctl.run("web", "conf", "0.0.0.0:9501").succeeded();
        assertThat(at("c", PORT).get("/health").status())
                .as("until its restart")
                .isEqualTo(200);
        cluster.serves(Map.of());
        appctl.run("cluster", "restart", "c").succeeded();
        assertThat(at("c").get("/health").status()).isEqualTo(200);
    }

    /** Only after its next start, that is. */
    private static void listensElsewhereFromNowOn() {
        assertThat(appctl.run("web", "conf", "somewhere").exit()).isEqualTo(2);
        assertThat(appctl.run("web", "conf", "0.0.0.0:70000").exit()).isEqualTo(2);
        String elsewhere = "0.0.0.0:" + PORT;
        assertThat(appctl.run("web", "conf", elsewhere).succeeded().out()).contains("after its restart");
        assertThat(appctl.run("web", "conf", elsewhere).succeeded().out()).contains("nothing changed");
        assertThat(at("a").get("/health").status()).isEqualTo(200);
    }

    /** Index and state hash of a manager. */
    private static String mark(Rest manager) {
        JsonNode told = manager.get("/cluster").expect(200).body();
        return told.path("index").asText() + " " + told.path("stateHash").asText();
    }

    private static Rest at(String host) {
        return at(host, 9501);
    }

    private static Rest at(String host, int port) {
        return Rest.at("http://" + rig.host(host).address() + ":" + port + "/api/v1")
                .with(token);
    }
}
