package io.edog.appctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.inventory.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Members that are gone for good, and commands that were interrupted while they took some out. */
@Timeout(180)
class LostIT {
    private static final String A = SshHosts.address("a");
    private static final String B = SshHosts.address("b");
    private static final String C = SshHosts.address("c");
    private static final String UNDERSTOOD = "--yes-newest-writes-may-be-missing";

    @TempDir
    private Path directory;

    private SshHosts hosts;
    private Caller appctl;

    @BeforeEach
    void start() throws Exception {
        hosts = new SshHosts(directory, "a", "b", "c");
        appctl = new Caller(
                        directory,
                        "--ssh-port=" + hosts.port(),
                        "--ssh-key=" + hosts.key(),
                        "--connect-timeout=3",
                        "--timeout=20")
                .with("EDOG_DISTRIBUTION", Resources.path("distribution").toString());
    }

    @AfterEach
    void stop() throws Exception {
        hosts.close();
    }

    @Test
    void whileMostVotersLiveNoneGoesOnAlone() throws Exception {
        started(A, B, "--agents", C);
        hosts.kill("b");
        Files.createFile(hosts.data("a").resolve("sick"));
        assertThat(appctl.run("manager", "delete", "b", "--dead", UNDERSTOOD))
                .as(appctl.toString())
                .isEqualTo(1);
        assertThat(appctl.err()).contains("a majority of voters lives: a, c", "appctl manager start");
        assertThat(hosts.calls("a")).doesNotContain("stop");
        assertThat(member("b").isMissingNode()).isFalse();
    }

    @Test
    void whereNobodyIsAskedADeadManagerIsGivenUpOnlyWithAYes() throws Exception {
        started(A, B, C);
        hosts.kill("c");
        assertThat(appctl.run("manager", "delete", "c", "--dead"))
                .as(appctl.toString())
                .isEqualTo(2);
        assertThat(appctl.err()).contains("c (manager, agent)", "say --yes");
        assertThat(member("c").isMissingNode()).isFalse();
        run("manager", "delete", "c", "--dead", "--yes");
        assertThat(member("c").isMissingNode()).isTrue();
    }

    @Test
    void whoLivesButCouldNotBeAskedIsNotGivenUp() throws Exception {
        started(A, B, C);
        Path users = hosts.root("c").resolve("etc/passwd");
        Files.writeString(users, Files.readString(users).replaceFirst("(?m)^(root:.*:)[^:]*$", "$1/usr/sbin/nologin"));
        assertThat(appctl.run("manager", "delete", "c", "--dead", "--yes"))
                .as(appctl.toString())
                .isEqualTo(1);
        assertThat(appctl.err()).contains("c may not be dead", "switch the host off");
        assertThat(member("c").isMissingNode()).isFalse();
    }

    @Test
    void aDeadAgentThatIsAManagerStaysOne() throws Exception {
        started(A, B, C);
        hosts.kill("c");
        String known = "{\"items\":[{\"name\":\"c\",\"state\":\"unknown\"}]}";
        Files.writeString(hosts.data("a").resolve("hosts"), known);
        run("agent", "delete", "c", "--dead");
        assertThat(member("c").path("roles").toString()).isEqualTo("[\"manager\"]");
        assertThat(member("c").path("voter").asInt()).isEqualTo(3);
        assertThat(hosts.calls("a").stream().filter(call -> call.contains("delete")))
                .containsExactly("shell edog:host-delete c");
        run("manager", "delete", "c", "--dead", "--yes");
        assertThat(member("c").isMissingNode()).isTrue();
    }

    @Test
    void whoseKeysCouldNotBeTakenIsDeletedByTheSameCommand() throws IOException {
        started(A, B, C, "--agents", A);
        Path busy = Files.writeString(hosts.data("c").resolve("busy"), "/etc/edog/tls");
        assertThat(appctl.run("manager", "delete", "c")).as(appctl.toString()).isEqualTo(1);
        assertThat(appctl.out()).contains("taking its keys");
        Files.delete(busy);
        run("manager", "delete", "c");
        assertThat(hosts.etc("c").resolve("tls")).doesNotExist();
        assertThat(member("c").isMissingNode()).isTrue();
    }

    @Test
    void whoCouldNotRestartWithLessIsChangedByTheSameCommand() throws IOException {
        started(A, B, C);
        Path refuses = Files.createFile(hosts.data("c").resolve("refuses"));
        assertThat(appctl.run("manager", "delete", "c")).as(appctl.toString()).isEqualTo(1);
        Files.delete(refuses);
        run("manager", "delete", "c");
        assertThat(hosts.etc("c").resolve("node.env"))
                .content()
                .contains("EDOG_ROLES=agent,witness\n", "EDOG_ZK_ID=3\n");
        assertThat(member("c").path("roles").toString()).isEqualTo("[\"agent\",\"witness\"]");
        assertThat(hosts.calls("a"))
                .contains("shell edog:manager-delete --force c")
                .doesNotContain("shell edog:voter-delete 3");
    }

    @Test
    void theLastVoterGoesOnAloneHoweverOftenThatIsInterrupted() throws Exception {
        started(A, B, "--no-agents");
        Path begun = lastVoter();
        Path busy = Files.writeString(hosts.data("a").resolve("busy"), "/etc/edog/node.env");
        assertThat(appctl.run("manager", "delete", "b", "--dead", UNDERSTOOD)).isEqualTo(1);
        assertThat(begun).exists();
        Files.delete(busy);
        Path refuses = Files.createFile(hosts.data("a").resolve("refuses"));
        assertThat(appctl.run("manager", "delete", "b", "--dead", UNDERSTOOD)).isEqualTo(1);
        assertThat(begun).doesNotExist();
        Files.delete(refuses);
        Files.delete(hosts.data("a").resolve("sick"));
        run("manager", "delete", "b", "--dead", UNDERSTOOD);
        assertThat(member("b").isMissingNode()).isTrue();
        assertThat(hosts.etc("a").resolve("node.env")).content().doesNotContain(B);
        assertThat(hosts.calls("a")).contains("shell edog:manager-delete --force b");
    }

    /** Only a is left, whose voter waits for the other. */
    private Path lastVoter() throws Exception {
        hosts.kill("b");
        Files.createFile(hosts.data("a").resolve("sick"));
        Files.createFile(hosts.data("a").resolve("alone"));
        Files.createDirectories(hosts.data("a").resolve("zookeeper/data/version-2"));
        return Files.createFile(hosts.data("a").resolve("zookeeper/begun"));
    }

    @Test
    void theClusterIsFoundedAnewWithoutWhoIsGone() throws Exception {
        started(A, B, "--agents", C);
        run("cluster", "stop");
        hosts.kill("b");
        Path backup = Files.writeString(directory.resolve("backup"), "all of it");
        assertThat(appctl.run("db", "recover", backup.toString())).isEqualTo(1);
        assertThat(appctl.err()).contains("--without b");
        assertThat(appctl.run("db", "recover", backup.toString(), "--without", "b"))
                .as(appctl.toString())
                .isEqualTo(2);
        assertThat(appctl.err()).contains("since the backup will be gone", "say --yes");
        run("db", "recover", backup.toString(), "--without", "b", "--yes");
        assertThat(member("b").isMissingNode()).isTrue();
        assertThat(hosts.calls("a")).anyMatch(call -> call.startsWith("db recover --yes"));
        for (String name : new String[] {"a", "c"}) {
            assertThat(hosts.etc(name).resolve("node.env")).content().doesNotContain(B);
        }
        run("cluster", "start");
    }

    @Test
    void whoRunsIsNotLeftOutOfARecovery() throws IOException {
        started(A, B, C);
        assertThat(appctl.run("cluster", "stop", A, C)).isZero();
        Path backup = Files.writeString(directory.resolve("backup"), "all of it");
        assertThat(appctl.run("db", "recover", backup.toString(), "--without", "b", "--yes"))
                .isEqualTo(1);
        assertThat(appctl.err()).contains("b is not dead");
    }

    private void started(String... members) {
        String[] words = new String[members.length + 2];
        words[0] = "cluster";
        words[1] = "conf";
        System.arraycopy(members, 0, words, 2, members.length);
        run(words);
        run("cluster", "deploy");
        run("cluster", "start");
    }

    private void run(String... words) {
        assertThat(appctl.run(words)).as(appctl.toString()).isZero();
    }

    private JsonNode member(String name) throws IOException {
        JsonNode nodes = Json.tree(Files.readString(directory.resolve("cluster/cluster.json")))
                .path("nodes");
        for (JsonNode node : nodes) {
            if (node.path("name").asText().equals(name)) {
                return node;
            }
        }
        return nodes.path("none");
    }
}
