package io.edog.appctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Members come and go: what is done on which host, in which order, and what an interruption leaves. */
@Timeout(300)
class MembershipIT {
    private static final String A = SshHosts.address("a");
    private static final String B = SshHosts.address("b");
    private static final String C = SshHosts.address("c");

    @TempDir
    private Path directory;

    private SshHosts hosts;
    private Caller appctl;

    @BeforeEach
    void start() throws Exception {
        hosts = new SshHosts(directory, "a", "b", "c");
        appctl = new Caller(directory, "--ssh-port=" + hosts.port(), "--ssh-key=" + hosts.key(), "--connect-timeout=3")
                .with("EDOG_DISTRIBUTION", Resources.path("distribution").toString());
        run("cluster", "conf", A);
        assertThat(appctl.run("manager", "add", B)).as("not started yet").isEqualTo(1);
        run("cluster", "deploy");
        run("cluster", "start");
    }

    @AfterEach
    void stop() throws Exception {
        hosts.close();
    }

    @Test
    void managersComeOneByOneAndAreNeverFounders() throws IOException {
        run("manager", "add", B, C);
        assertThat(voters()).containsExactly("1", "2", "3");
        assertThat(hosts.calls("a"))
                .containsSubsequence(
                        "shell edog:voter-add 2=" + B + ":2888:3888:2281",
                        "shell edog:voter-add 3=" + C + ":2888:3888:2281");
        assertThat(hosts.etc("b").resolve("node.env")).content().contains("EDOG_ZK_JOIN=yes", "EDOG_ROLES=manager\n");
        assertThat(hosts.etc("a").resolve("node.env")).content().contains(C + ":2281");
        run("manager", "add", B, C);
        assertThat(voters()).as("given twice").containsExactly("1", "2", "3");
    }

    @Test
    void whatWasInterruptedIsFinished() throws IOException {
        Files.createDirectories(hosts.data("b"));
        Files.createFile(hosts.data("b").resolve("refuses"));
        assertThat(appctl.run("manager", "add", B, C)).isEqualTo(1);
        assertThat(appctl.out()).contains("the disk is full", "left as it was");
        assertThat(voters()).containsExactly("1");
        Files.delete(hosts.data("b").resolve("refuses"));
        run("manager", "add", B, C);
        assertThat(voters()).containsExactly("1", "2", "3");
    }

    @Test
    void whoLeavesHandsOverAndLosesItsKeys() throws Exception {
        run("manager", "add", B);
        run("manager", "delete", B);
        assertThat(voters()).containsExactly("1");
        assertThat(hosts.calls("b")).endsWith("stop");
        assertThat(hosts.calls("a")).endsWith("shell edog:manager-delete --force b");
        assertThat(hosts.etc("b").resolve("tls")).doesNotExist();
        assertThat(hosts.etc("b").resolve("node.env")).doesNotExist();
        run("manager", "add", B);
        assertThat(voters()).as("a number is never given twice").containsExactly("1", "3");

        assertThat(appctl.run("manager", "delete", B, "--dead")).isEqualTo(1);
        assertThat(appctl.err()).contains("is not dead");
        hosts.kill("b");
        assertThat(appctl.run("manager", "delete", B)).isEqualTo(3);
        run("manager", "delete", B, "--dead");
        assertThat(voters()).containsExactly("1");
        assertThat(appctl.run("manager", "delete", A)).as("the last one").isEqualTo(1);
    }

    @Test
    void mostVotersLostTheOtherGoesOnAloneWhenThatIsUnderstood() throws Exception {
        run("manager", "add", B);
        hosts.kill("b");
        Files.createFile(hosts.data("a").resolve("sick"));
        Path voter = Files.createDirectories(hosts.data("a").resolve("zookeeper"));
        Files.createDirectories(voter.resolve("data/version-2"));
        Files.createFile(voter.resolve("zoo.cfg"));
        assertThat(appctl.run("manager", "delete", B, "--dead")).isEqualTo(1);
        assertThat(appctl.err()).contains("writes that only the lost ones had are GONE");
        assertThat(voter.resolve("zoo.cfg")).exists();
        run("manager", "delete", B, "--dead", "--yes-newest-writes-may-be-missing");
        assertThat(voter.resolve("zoo.cfg")).doesNotExist();
        assertThat(voter.resolve("data/version-2")).exists();
        assertThat(hosts.etc("a").resolve("node.env"))
                .content()
                .contains("EDOG_ZK_FOUNDERS=\"1=" + A + ":2888:3888:2281\"", "EDOG_ZK_JOIN=yes");
    }

    @Test
    void aHostTakesItselfInByAToken() throws IOException {
        Path token = directory.resolve("token");
        run("agent", "token", "d=127.0.1.4", "--out", token.toString());
        Caller host = new Caller(directory)
                .with("EDOG_ETC", directory.resolve("etc-of-d").toString());
        assertThat(host.run("agent", "join", token.toString()))
                .as(host.toString())
                .isZero();
        assertThat(directory.resolve("etc-of-d/node.env")).content().contains("EDOG_NODE=d", "EDOG_ROLES=agent\n");
        assertThat(directory.resolve("etc-of-d/tls/node.pem")).exists();
        assertThat(host.run("agent", "join", token.toString())).as("twice").isZero();
        Files.writeString(directory.resolve("etc-of-d/node.env"), "EDOG_NODE=other");
        assertThat(host.run("agent", "join", token.toString())).isEqualTo(1);
        Files.writeString(token, "rubbish");
        assertThat(host.run("agent", "join", token.toString())).isEqualTo(2);
    }

    private List<String> voters() throws IOException {
        Path file = directory.resolve("voters");
        return Files.exists(file) ? Files.readAllLines(file) : List.of("1");
    }

    private void run(String... words) {
        assertThat(appctl.run(words)).as(appctl.toString()).isZero();
    }
}
