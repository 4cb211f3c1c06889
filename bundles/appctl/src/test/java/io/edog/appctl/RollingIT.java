package io.edog.appctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One node after the other: the order, what stops it, and another version. */
@Timeout(180)
class RollingIT {
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
                        "--timeout=4")
                .with("EDOG_DISTRIBUTION", Resources.path("distribution").toString());
        run("cluster", "conf", SshHosts.address("a"), SshHosts.address("b"), SshHosts.address("c"));
        run("cluster", "deploy");
        run("cluster", "start");
    }

    @AfterEach
    void stop() throws Exception {
        hosts.close();
    }

    @Test
    void theLeaderIsLastAndHandsOver() throws IOException {
        run("cluster", "restart", "--json");
        assertThat(order()).containsExactly("b", "c", "a");
        assertThat(hosts.calls("a")).containsSubsequence("shell edog:leader-handover", "restart --wait 4");
        assertThat(hosts.calls("b")).doesNotContain("shell edog:leader-handover");
    }

    @Test
    void theFirstThatIsNotWellEndsIt() throws IOException {
        Files.createFile(hosts.data("b").resolve("sickens"));
        assertThat(appctl.run("cluster", "restart", "--json")).isEqualTo(4);
        assertThat(appctl.json().path("hosts").findValuesAsText("result"))
                .containsExactly("timed out", "skipped", "skipped");
        assertThat(hosts.calls("c")).doesNotContain("restart --wait 4");
    }

    @Test
    void theOnlyOneThatIsIllIsTheFirstAndWithOneAwayItIsNotBegun() throws Exception {
        Files.createFile(hosts.data("c").resolve("sick"));
        assertThat(appctl.run("cluster", "restart", "b"))
                .as("another one, with c ill")
                .isEqualTo(1);
        run("cluster", "restart", "--json");
        assertThat(order()).containsExactly("c", "b", "a");
        Files.createFile(hosts.data("b").resolve("sick"));
        Files.createFile(hosts.data("c").resolve("sick"));
        assertThat(appctl.run("cluster", "restart"))
                .as("two are ill: which of them could be away?")
                .isEqualTo(1);
        Files.delete(hosts.data("b").resolve("sick"));
        Files.delete(hosts.data("c").resolve("sick"));
        hosts.kill("c");
        long restarts = restarts("b");
        assertThat(appctl.run("cluster", "restart")).isEqualTo(1);
        assertThat(appctl.err()).contains("not begun: c");
        assertThat(restarts("b")).isEqualTo(restarts);
    }

    @Test
    void anotherVersionAndTheWayBack() throws IOException {
        run("cluster", "upgrade", "--distribution=" + newer());
        assertThat(versions()).containsOnly("0.9.1");
        run("cluster", "upgrade", "--to=0.9.0");
        assertThat(versions()).containsOnly("0.9.0");
        Path sickens = Files.createFile(hosts.data("b").resolve("sickens"));
        assertThat(appctl.run("cluster", "upgrade", "--to=0.9.1")).isEqualTo(4);
        Files.delete(sickens);
        run("cluster", "upgrade", "--to=0.9.0");
        assertThat(versions()).as("also after one that failed").containsOnly("0.9.0");
        assertThat(appctl.run("cluster", "upgrade", "--to=7.7.7")).isEqualTo(1);
        assertThat(versions()).containsOnly("0.9.0");
        assertThat(appctl.run("cluster", "upgrade", "--distribution=" + directory))
                .isEqualTo(1);
        assertThat(appctl.err()).contains("no distribution of edog");
    }

    private long restarts(String name) throws IOException {
        return hosts.calls(name).stream()
                .filter(call -> call.startsWith("restart"))
                .count();
    }

    private Path newer() throws IOException {
        Path newer = directory.resolve("newer");
        Files.createDirectories(newer.resolve("lib/edog"));
        Files.createDirectories(newer.resolve("node"));
        Files.writeString(newer.resolve("lib/edog/release"), "0.9.1 sum");
        Files.copy(
                Resources.path("distribution").resolve("node/edog-node"),
                newer.resolve("node/edog-node"),
                StandardCopyOption.COPY_ATTRIBUTES);
        return newer;
    }

    private List<String> versions() {
        run("cluster", "ping", "--json");
        return appctl.json().path("nodes").findValuesAsText("version");
    }

    private List<String> order() {
        JsonNode reports = appctl.json().path("hosts");
        return reports.findValuesAsText("host");
    }

    private void run(String... words) {
        assertThat(appctl.run(words)).as(appctl.toString()).isZero();
    }
}
