package io.edog.itests.rig;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A host on this machine whose first process is systemd, without a network. Needs root. Removed by {@link #close}. */
final class SystemdHost implements AutoCloseable {
    private static final Duration BOOT_LIMIT = Duration.ofMinutes(4);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path directory;
    private final Process namespaces;
    private final Thread rescue = new Thread(this::end, "systemd-host");

    /** Boots it. A directory of this machine is {@code /mnt/shared} there. */
    SystemdHost(Path shared) throws IOException {
        directory = Files.createTempDirectory("edog-systemd");
        namespaces = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--uts",
                        "--ipc",
                        "--net",
                        "--pid",
                        "--cgroup",
                        "--fork",
                        "--kill-child",
                        Project.ROOT
                                .resolve("itests/rig/src/test/scripts/systemd-host")
                                .toString(),
                        directory.toString(),
                        shared.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(rescue);
        await("systemd has booted").atMost(BOOT_LIMIT).until(this::booted);
    }

    private boolean booted() throws IOException {
        if (!namespaces.isAlive()) {
            throw new AssertionError(Files.readString(directory.resolve("out")));
        }
        return Files.exists(directory.resolve("pid"))
                && run("systemctl is-system-running").out().strip().matches("running|degraded");
    }

    /** Runs a line of bash there, to its first failure. Its exit code is the caller's to judge. */
    Command.Result run(String line) {
        try {
            String pid = Files.readString(directory.resolve("pid")).strip();
            return Command.run(
                    LIMIT,
                    Map.of("TMPDIR", "/tmp"),
                    List.of(
                            "nsenter",
                            "-t",
                            pid,
                            "-m",
                            "-u",
                            "-i",
                            "-n",
                            "-p",
                            "-C",
                            "bash",
                            "-c",
                            "set -e; cd /; " + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a line of bash there, which must succeed, and returns what it printed, without the last line's end. */
    String bash(String line) {
        return run(line).succeeded().out().stripTrailing();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(rescue);
        end();
        Command.run(LIMIT, Map.of(), List.of("rm", "-rf", directory.toString())).succeeded();
    }

    private void end() {
        namespaces.destroyForcibly().onExit().join();
    }
}
