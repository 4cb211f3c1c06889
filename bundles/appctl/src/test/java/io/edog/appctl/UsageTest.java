package io.edog.appctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need no host. */
class UsageTest {
    @TempDir
    private Path directory;

    private Caller appctl;

    @BeforeEach
    void create() {
        appctl = new Caller(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cluster",
                "nonsense",
                "cluster nonsense",
                "cluster conf --nonsense",
                "cluster conf 10.0.0.256 --offline",
                "cluster conf --offline",
                "cluster conf a=1.2.3 --offline",
                "cluster conf 10.0.0.1 10.0.0.1 --offline",
                "cluster conf 10.0.0.1 --name No_Name --offline",
                "cluster ping --timeout soon",
                "cluster conf 10.0.0.1 --floating 10.0.0.9 --offline",
                "web conf",
                "manager",
                "agent",
                "action"
            })
    void mistakesAreTold(String command) {
        assertThat(appctl.run(command.isEmpty() ? new String[0] : command.split(" ")))
                .isEqualTo(2);
        assertThat(appctl.err()).contains("error: ", "cure: ");
        assertThat(appctl.out()).isEmpty();
    }

    @Test
    void helpIsNoMistake() {
        assertThat(appctl.run("--help")).isZero();
        assertThat(appctl.out()).contains("cluster", "manager", "Exit codes");
        assertThat(appctl.run("cluster", "conf", "--help")).isZero();
        assertThat(appctl.out()).contains("--agents");
    }

    @Test
    void theVersion() {
        assertThat(appctl.run("version", "--json")).isZero();
        assertThat(appctl.json().path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    @Test
    void withoutAClusterOneIsToldHowToBegin() {
        assertThat(appctl.run("cluster", "ping")).isEqualTo(1);
        assertThat(appctl.err()).contains("no cluster was set up", "appctl cluster conf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db remove a",
                "db clear a --empty",
                "cluster stop --vms",
                "agent stop --vms",
                "cluster upgrade --finalize"
            })
    void whatCannotBeUndoneIsNotDoneUnasked(String command) {
        assertThat(appctl.run("cluster", "conf", "a=10.0.0.1", "--offline")).isZero();
        assertThat(appctl.run(command.split(" "))).as(appctl.toString()).isEqualTo(2);
        assertThat(appctl.err()).contains("say --yes");
    }

    @Test
    void amongSeveralClustersOneIsNamed() {
        appctl.without("EDOG_CLUSTER_DIR");
        assertThat(appctl.run("cluster", "conf", "10.0.0.1", "--name", "one", "--offline"))
                .isZero();
        assertThat(directory.resolve(".edog/one/cluster.json")).exists();
        assertThat(appctl.run("cluster", "conf", "10.0.0.2", "--name", "two", "--offline"))
                .isZero();
        assertThat(appctl.run("cluster", "export")).isEqualTo(2);
        assertThat(appctl.err()).contains("one, two");
        assertThat(appctl.run("--cluster", "two", "cluster", "export")).isZero();
        assertThat(appctl.out()).contains("<slave ip='10.0.0.2'/>");
    }

    @Test
    void theOldListIsTaken() throws IOException {
        Path file = Files.writeString(
                directory.resolve("cluster.xml"), "<cluster><slave ip='10.0.0.7'/><slave ip='10.0.0.8'/></cluster>");
        assertThat(appctl.run("cluster", "conf", "10.0.0.1", "--import", file.toString(), "--offline", "--json"))
                .isZero();
        assertThat(appctl.json().path("nodes").findValuesAsText("address"))
                .containsExactly("10.0.0.1", "10.0.0.7", "10.0.0.8");
        assertThat(appctl.json().path("written").asBoolean()).isTrue();
    }

    @Test
    void theCompletionKnowsTheCommands() {
        assertThat(CompletionFile.text()).contains("appctl", "deploy", "--agents", "libvirt_start");
    }
}
