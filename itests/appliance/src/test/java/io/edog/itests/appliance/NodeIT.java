package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code edog-node} with a distribution whose zookeeper only sleeps, and whose karaf is a {@link HealthyKaraf}: what it does with
 * processes, settings and versions.
 */
class NodeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "# a comment\nEDOG_NODE=a\nEDOG_ROLES=witness\nEDOG_ZK_ID=1\n";
    private static final Path CLASSES = Project.ROOT.resolve("itests/appliance/target/test-classes");

    @TempDir
    private Path place;

    private Path etc;
    private String http;

    @BeforeEach
    void install() throws IOException {
        http = Appliance.freePort();
        etc = Files.createDirectory(place.resolve("etc"));
        distribution("1.0.0");
        distribution("1.1.0");
        settings("");
        node("1.0.0", "use", "1.0.0").succeeded();
    }

    @AfterEach
    void stop() {
        settings("");
        node("current", "stop");
    }

    @Test
    void startsRestartsAndStops() {
        node("current", "status").exits(3);
        node("current", "stop").succeeded();
        node("current", "start", "--wait", "90").succeeded();
        node("current", "start").succeeded();
        long first = pid();
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> status().path("state").asText().equals("up") && pid() != first);
        assertThat(status().path("processes").path(0).path("restarts").asInt()).isEqualTo(1);
        long second = pid();
        node("current", "restart", "zookeeper", "--wait", "90").succeeded();
        assertThat(pid()).isNotEqualTo(second);
        node("current", "stop").succeeded();
        node("current", "status").exits(3);
    }

    @Test
    void anotherVersionComesWithTheRestartAndGoesTheSameWay() {
        node("current", "start", "--wait", "90").succeeded();
        long before = pid();
        node("current", "use", "1.1.0").succeeded();
        assertThat(pid()).isEqualTo(before);
        assertThat(status().path("version").asText()).as("what runs").isEqualTo("1.0.0");
        node("current", "restart", "--wait", "90").succeeded();
        assertThat(status().path("version").asText()).isEqualTo("1.1.0");
        assertThat(status().path("previous").asText()).endsWith("/1.0.0");
        node("current", "use", "previous").succeeded();
        node("current", "restart", "--wait", "90").succeeded();
        assertThat(status().path("version").asText()).isEqualTo("1.0.0");
        node("current", "use", "9.0.0").exits(1);
        node("current", "use", "../etc").exits(2);
    }

    @Test
    void newSettingsAreInForceAfterTheRestart() throws IOException {
        node("current", "start", "--wait", "90").succeeded();
        settings("EDOG_ZK_CLIENT=12345\n");
        assertThat(inForce()).doesNotContain("12345");
        node("current", "restart", "--wait", "90").succeeded();
        assertThat(inForce()).contains("EDOG_ZK_CLIENT=12345", "EDOG_ZK_CONNECT=127.0.0.1:12345", "EDOG_NODE=a");
        Files.writeString(etc.resolve("local.env"), "EDOG_ZK_CLIENT=12346\n");
        node("current", "restart", "--wait", "90").succeeded();
        assertThat(inForce()).as("the host's own settings win").contains("EDOG_ZK_CLIENT=12346");
    }

    @Test
    void aManagerIsAskedWhereItListensUntilItsRestart() throws IOException {
        settings("EDOG_ROLES=manager\nEDOG_HTTP=127.0.0.1:" + Appliance.freePort() + "\n");
        node("current", "start", "--wait", "90").succeeded();
        String elsewhere = "127.0.0.1:" + Appliance.freePort();
        settings("EDOG_ROLES=manager\nEDOG_HTTP=" + elsewhere + "\n");
        node("current", "status").succeeded();
        node("current", "start", "--wait", "90").succeeded();
        assertThat(node("current", "status").succeeded().out()).doesNotContain(elsewhere);
        node("current", "restart", "--wait", "90").succeeded();
        assertThat(node("current", "status").succeeded().out()).contains(elsewhere);
    }

    @Test
    void aChangedFloatingAddressIsTakenUpWithTheRestart() {
        floating("10.9.9.9");
        node("current", "start", "--wait", "90").succeeded();
        long first = pid("floating");
        floating("10.9.9.8");
        node("current", "restart", "--wait", "90").succeeded();
        assertThat(pid("floating")).isNotEqualTo(first);
    }

    /** A device that is not there: nothing changes on this machine. */
    private void floating(String address) {
        settings("EDOG_ROLES=manager\nEDOG_HTTP=127.0.0.1:" + http + "\nEDOG_FLOATING=" + address + "/24@edog-none0\n");
    }

    @Test
    void theDataOfAnotherClusterAreRefused() throws IOException {
        Path keys = Files.createDirectories(place.resolve("tls"));
        Files.writeString(keys.resolve("ca.pem"), "this cluster's");
        settings("EDOG_TLS=" + keys + "\n");
        Path mark = Files.createDirectories(place.resolve("data")).resolve("voter-1.founded");
        Files.writeString(mark, "0".repeat(64) + "\n");
        assertThat(node("current", "start").exits(1).err()).contains("another cluster", mark.toString());
        assertThat(node("current", "check").exits(1).out()).contains("another cluster");
        Files.delete(mark);
        node("current", "start", "--wait", "90").succeeded();
    }

    @Test
    void inTheForegroundItStopsAllWhenItIsInterrupted() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(place.resolve("opt/current/node/edog-node").toString(), "start", "--fg");
        builder.environment().put("EDOG_ETC", etc.toString());
        Process foreground = builder.redirectErrorStream(true)
                .redirectOutput(place.resolve("out").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> status().path("state").asText().equals("up"));
        foreground.destroy();
        assertThat(foreground.onExit().join().exitValue()).isZero();
        node("current", "status").exits(3);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        node("current", "frobnicate").exits(2);
        node("current", "start", "--fast").exits(2);
        settings("EDOG_ROLES=boss\n");
        assertThat(node("current", "start").exits(2).err()).contains("'boss' is no role");
        settings("EDOG_X=$(touch " + place.resolve("executed") + ")\n");
        assertThat(node("current", "start").exits(2).err()).contains("EDOG_X");
        assertThat(place.resolve("executed")).doesNotExist();
        Files.delete(etc.resolve("node.env"));
        node("current", "status").exits(3);
    }

    @Test
    void checkTellsEachFindingWithItsCure() throws IOException {
        JsonNode found = JSON.readTree(node("current", "check", "--json").out());
        assertThat(found.path("checks").findValuesAsText("name")).contains("java", "disk", "ports", "names", "voters");
        settings("EDOG_ADDRESS=no-such-host.invalid\n");
        JsonNode unknown =
                JSON.readTree(node("current", "check", "--json").exits(1).out());
        assertThat(unknown.path("ok").asBoolean()).isFalse();
        assertThat(unknown.toString()).contains("no-such-host.invalid", "/etc/hosts");
    }

    private long pid() {
        return pid("zookeeper");
    }

    private long pid(String name) {
        for (JsonNode process : status().path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process.path("pid").asLong();
            }
        }
        throw new AssertionError("no process " + name);
    }

    private JsonNode status() {
        try {
            return JSON.readTree(node("current", "status", "--json").out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String inForce() throws IOException {
        return Files.readString(place.resolve("data/node.env"));
    }

    private void settings(String more) {
        try {
            Files.writeString(etc.resolve("node.env"), SETTINGS + "EDOG_DATA=" + place.resolve("data") + "\n" + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command.Result node(String version, String... words) {
        List<String> command = new ArrayList<>(List.of(
                place.resolve("opt").resolve(version).resolve("node/edog-node").toString()));
        command.addAll(List.of(words));
        return Command.run(Duration.ofMinutes(4), Map.of("EDOG_ETC", etc.toString()), command);
    }

    private static void script(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void distribution(String version) throws IOException {
        Path scripts =
                Files.createDirectories(place.resolve("opt").resolve(version).resolve("node"));
        try (Stream<Path> files = Files.list(Project.ROOT.resolve("scripts/node"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, scripts.resolve(file.getFileName()));
            }
        }
        script(scripts.resolve("zookeeper"), "exec sleep 600");
        script(
                scripts.resolveSibling("bin/karaf"),
                "exec \"$JAVA_HOME/bin/java\" $EXTRA_JAVA_OPTS -cp " + CLASSES + " " + HealthyKaraf.class.getName());
        Path boot = Files.createDirectories(scripts.resolveSibling("etc")).resolve("org.apache.karaf.features.cfg");
        Files.writeString(boot, "featuresBoot = \\\n  edog-rest/1.0.0\n\n");
        Path release =
                Files.createDirectories(scripts.resolveSibling("lib/edog")).resolve("release");
        Files.writeString(release, version + " 0\n");
    }
}
