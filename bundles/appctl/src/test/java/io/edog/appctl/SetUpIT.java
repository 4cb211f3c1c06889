package io.edog.appctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a cluster and away again, over real ssh and rsync; each step also done wrong. */
@Timeout(180)
class SetUpIT {
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
        appctl = new Caller(
                        directory,
                        "--ssh-port=" + hosts.port(),
                        "--ssh-key=" + hosts.key(),
                        "--ssh-user=root",
                        "--connect-timeout=3")
                .with("EDOG_DISTRIBUTION", Resources.path("distribution").toString());
    }

    @AfterEach
    void stop() throws Exception {
        hosts.close();
    }

    @Test
    void fromNothingToAClusterAndAway() throws IOException {
        assertThat(appctl.run("cluster", "conf", A, B, "--agents", C))
                .as(appctl.toString())
                .isZero();
        assertThat(appctl.out()).contains("c is the witness", "answers");
        assertThat(appctl.run("cluster", "deploy")).as(appctl.toString()).isZero();
        assertThat(hosts.etc("c").resolve("node.env"))
                .content()
                .contains("EDOG_NODE=c", "EDOG_ROLES=agent,witness", "EDOG_ZK_ID=3", "EDOG_ZK_JOIN=no");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(hosts.etc("a").resolve("tls/node.pem"))))
                .isEqualTo("rw-------");
        assertThat(Files.readSymbolicLink(hosts.root("a").resolve("opt/edog/current")))
                .hasToString("/opt/edog/0.9.0");

        assertThat(appctl.run("cluster", "start", "--json"))
                .as(appctl.toString())
                .isZero();
        assertThat(appctl.json().path("ok").asBoolean()).isTrue();
        assertThat(hosts.calls("b")).contains("start", "start --wait 300");
        assertThat(hosts.etc("b").resolve("node.env")).content().contains("EDOG_ZK_JOIN=yes");

        Files.writeString(hosts.data("b").resolve("index"), "5");
        assertThat(appctl.run("cluster", "ping", "--json"))
                .as(appctl.toString())
                .isZero();
        JsonNode nodes = appctl.json().path("nodes");
        assertThat(nodes.findValuesAsText("role")).containsExactly("leader", "follower", "agent, witness");
        assertThat(nodes.path(1).path("behind").asInt()).isEqualTo(2);

        assertThat(appctl.run("cluster", "stop")).as(appctl.toString()).isZero();
        assertThat(hosts.calls("a")).endsWith("stop");
        assertThat(appctl.run("cluster", "ping")).isEqualTo(1);
        assertThat(appctl.out()).contains("down");
    }

    @Test
    void givenTwiceNothingChanges() throws IOException {
        conf();
        appctl.run("cluster", "deploy");
        String certificate = Files.readString(hosts.etc("a").resolve("tls/node.pem"));
        assertThat(appctl.run("cluster", "conf", A, B, C)).isZero();
        assertThat(appctl.out()).contains("Nothing to do");
        assertThat(appctl.run("cluster", "deploy")).isZero();
        assertThat(appctl.out()).contains("nothing changed");
        assertThat(hosts.etc("a").resolve("tls/node.pem")).hasContent(certificate);
    }

    @Test
    void aHostThatIsDownIsNamedAndTheRestGoesOn() throws Exception {
        conf();
        hosts.kill("b");
        assertThat(appctl.run("cluster", "deploy")).isEqualTo(3);
        assertThat(appctl.out()).contains("refuses connections", "2 of 3 done", "b: Start sshd on " + B);
        assertThat(hosts.etc("a").resolve("node.env")).exists();
        assertThat(hosts.etc("c").resolve("node.env")).exists();
    }

    @Test
    void aHostThatRefusesIsNamedAndTheRestGoesOn() throws IOException {
        conf();
        appctl.run("cluster", "deploy");
        Files.createDirectories(hosts.data("b"));
        Files.createFile(hosts.data("b").resolve("refuses"));
        assertThat(appctl.run("cluster", "start")).isEqualTo(1);
        assertThat(appctl.out()).contains("the disk is full", "2 of 3 done");
        assertThat(hosts.calls("c")).contains("start --wait 300");
        assertThat(hosts.etc("b").resolve("node.env")).content().contains("EDOG_ZK_JOIN=no");

        Files.delete(hosts.data("b").resolve("refuses"));
        assertThat(appctl.run("cluster", "start")).as(appctl.toString()).isZero();
        assertThat(hosts.etc("b").resolve("node.env")).content().contains("EDOG_ZK_JOIN=yes");
    }

    @Test
    void anInterruptedConfIsFinished() throws IOException {
        conf();
        Path cluster = directory.resolve("cluster");
        String secret = Files.readString(cluster.resolve("secret"));
        Files.delete(cluster.resolve("nodes/b/tls/node.pem"));
        Files.delete(cluster.resolve("nodes/c/node.env"));
        assertThat(appctl.run("cluster", "deploy")).isEqualTo(1);
        assertThat(appctl.err()).contains("was not finished");
        assertThat(appctl.run("cluster", "conf")).as(appctl.toString()).isZero();
        assertThat(appctl.out()).contains("keys of b", "settings of c").doesNotContain("authority");
        assertThat(cluster.resolve("secret")).hasContent(secret);
        assertThat(appctl.run("cluster", "deploy")).isZero();
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        assertThat(appctl.run("cluster", "conf", A, "--dry-run")).isZero();
        assertThat(directory.resolve("cluster/cluster.json")).doesNotExist();
        conf();
        assertThat(appctl.run("cluster", "deploy", "--dry-run"))
                .as(appctl.toString())
                .isZero();
        assertThat(hosts.etc("a").resolve("node.env")).doesNotExist();
        assertThat(hosts.root("a").resolve("opt/edog")).doesNotExist();
        appctl.run("cluster", "deploy");
        assertThat(appctl.run("cluster", "start", "--dry-run")).isZero();
        assertThat(appctl.out()).contains("would run: edog-node start");
        assertThat(hosts.calls("a")).doesNotContain("start");
        appctl.run("cluster", "start");
        assertThat(appctl.run("cluster", "upgrade", "--finalize", "--dry-run"))
                .as(appctl.toString())
                .isZero();
        assertThat(appctl.out()).contains("would run: edog:upgrade-finalize");
        assertThat(hosts.calls("a")).doesNotContain("shell edog:upgrade-finalize");
    }

    @Test
    void aStartThatReachedNobodyLeavesTheListOpen() {
        conf();
        assertThat(appctl.run("cluster", "start")).as(appctl.toString()).isEqualTo(1);
        assertThat(appctl.out()).contains("appctl cluster deploy a", "0 of 3 done");
        assertThat(appctl.run("cluster", "conf", A, B)).as(appctl.toString()).isZero();
    }

    @Test
    void aStartThatFailedIsNamedWithItsCure() throws IOException {
        conf();
        appctl.run("cluster", "deploy");
        for (String name : List.of("a", "b", "c")) {
            Files.createDirectories(hosts.data(name));
            Files.createFile(hosts.data(name).resolve("refuses"));
        }
        assertThat(appctl.run("cluster", "start")).isEqualTo(1);
        assertThat(appctl.err()).contains("counts as started", "appctl cluster start");
        assertThat(appctl.run("cluster", "conf", A, B)).isEqualTo(1);
    }

    @Test
    void aStrangersKeyIsRefused() {
        conf();
        assertThat(appctl.run("cluster", "ping", "--ssh-key=" + hosts.root("a").resolve("host_key")))
                .isEqualTo(2);
        Caller stranger = new Caller(
                directory,
                "--ssh-port=" + hosts.port(),
                "--ssh-key=" + hosts.root("a").resolve("host_key"));
        assertThat(stranger.run("cluster", "ping")).isEqualTo(3);
        assertThat(stranger.out())
                .contains("refuses the log-in", "ssh-copy-id " + System.getProperty("user.name") + "@" + A);
    }

    private void conf() {
        assertThat(appctl.run("cluster", "conf", A, B, C)).as(appctl.toString()).isZero();
    }
}
