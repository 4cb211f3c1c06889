package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process {@code floating}, in a network of its own, with a health that is a file. */
class FloatingAddressIT {
    private static final String ADDRESS = "10.9.9.9/24";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path data;

    private Process network;
    private Process floating;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("node.env"), "EDOG_NODE=a\nEDOG_FLOATING=" + ADDRESS + "@lo\n");
        Path curl = Files.createDirectory(data.resolve("bin")).resolve("curl");
        Files.writeString(curl, "#!/bin/sh\ncat " + data.resolve("health") + "\n");
        Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwxr-xr-x"));
        network = new ProcessBuilder("unshare", "--net", "sleep", "600").start();
        await("a network of its own").atMost(LIMIT).until(() -> !in("lo").contains("127.0.0.1"));
        ProcessBuilder builder = new ProcessBuilder(
                "nsenter",
                "-t",
                "" + network.pid(),
                "-n",
                Project.ROOT.resolve("scripts/node/floating").toString(),
                data.toString());
        builder.environment().put("PATH", data.resolve("bin") + ":" + System.getenv("PATH"));
        floating = builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("out").toFile())
                .start();
    }

    @AfterEach
    void end() {
        floating.destroyForcibly().onExit().join();
        network.destroyForcibly().onExit().join();
    }

    @Test
    void isWhereTheLeaderIsAndNowhereElse() throws IOException {
        health("{\"status\":\"ok\",\"role\":\"leader\"}");
        here(true);
        health("{\"status\":\"ok\",\"role\":\"follower\"}");
        here(false);
        health("{\"status\":\"ok\",\"role\":\"leader\"}");
        here(true);
        Files.delete(data.resolve("health"));
        here(false);
        health("{\"status\":\"ok\",\"role\":\"leader\"}");
        here(true);
        floating.destroy();
        assertThat(floating.onExit().join().exitValue()).isZero();
        here(false);
        assertThat(Files.readString(data.resolve("out")))
                .contains("is here", "is given away")
                .doesNotContain("Error");
    }

    private void health(String says) throws IOException {
        Files.writeString(data.resolve("health"), says);
    }

    private void here(boolean wanted) {
        await("address here: " + wanted).atMost(LIMIT).until(() -> in("lo").contains(ADDRESS) == wanted);
    }

    private String in(String device) {
        return Command.run(
                        LIMIT,
                        Map.of(),
                        List.of(
                                "nsenter",
                                "-t",
                                "" + network.pid(),
                                "-n",
                                "ip",
                                "-o",
                                "address",
                                "show",
                                "dev",
                                device))
                .out();
    }
}
