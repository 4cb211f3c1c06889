package io.edog.agent.internal.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A libvirtd with directories of its own, in a mount namespace. Its QEMUs bear its mark in their environment, so that
 * closing it leaves none. As on a host, one that ends without being asked to is started again: libvirt 9.0 has once been
 * seen to die as it was continued after a stop in which its clients had gone. Needs root, libvirt and QEMU.
 */
public final class PrivateLibvirtd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateLibvirtd.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MAX_RESTARTS = 5;
    private static final List<String> PARTS = List.of("run", "etc", "lib", "cache", "log");
    private static final String BECOME_LIBVIRTD = """
            set -e
            mkdir -p /run/libvirt /etc/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt
            mount --bind "$1/run" /run/libvirt
            mount --bind "$1/etc" /etc/libvirt
            mount --bind "$1/lib" /var/lib/libvirt
            mount --bind "$1/cache" /var/cache/libvirt
            mount --bind "$1/log" /var/log/libvirt
            exec libvirtd --pid-file /run/libvirt/libvirtd.pid
            """;

    private final Path home;
    private Optional<Process> daemon = Optional.empty();
    private int restarts;

    private PrivateLibvirtd(Path home) {
        this.home = home;
    }

    /** Starts one and waits until it answers. */
    public static PrivateLibvirtd start() {
        try {
            Path temporary =
                    Path.of(Optional.ofNullable(System.getenv("TMPDIR")).orElse("/tmp"));
            PrivateLibvirtd libvirtd = new PrivateLibvirtd(Files.createTempDirectory(temporary, "edog-libvirtd"));
            libvirtd.configure();
            libvirtd.startDaemon();
            return libvirtd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path home() {
        return home;
    }

    public String uri() {
        return "qemu+unix:///system?socket=" + home.resolve("run/libvirt-sock");
    }

    private void configure() throws IOException {
        for (String part : PARTS) {
            Files.createDirectories(home.resolve(part));
        }
        Files.writeString(home.resolve("etc/libvirtd.conf"), """
                host_uuid = "%s"
                auth_unix_rw = "none"
                auth_unix_ro = "none"
                log_level = 3
                """.formatted(UUID.randomUUID()));
        Files.writeString(home.resolve("etc/qemu.conf"), """
                user = "root"
                group = "root"
                dynamic_ownership = 0
                remember_owner = 0
                security_driver = "none"
                namespaces = [ ]
                cgroup_controllers = [ ]
                stdio_handler = "file"
                """);
    }

    /** Starts it, again if need be, and waits until it answers. */
    public void startDaemon() {
        launch();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(this::answers);
    }

    private synchronized void launch() {
        ProcessBuilder builder = new ProcessBuilder(
                "unshare",
                "--mount",
                "--propagation",
                "slave",
                "bash",
                "-c",
                BECOME_LIBVIRTD,
                "libvirtd",
                home.toString());
        builder.environment().put("TMPDIR", home.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("libvirtd.out").toFile()));
        try {
            Process started = builder.start();
            daemon = Optional.of(started);
            started.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void ended(Process process) {
        boolean asked = daemon.filter(it -> it == process).isEmpty();
        if (!asked && restarts < MAX_RESTARTS) {
            restarts++;
            LOG.warn("libvirtd ended by itself with {}: started again", process.exitValue());
            launch();
        }
    }

    /** The daemon, which is not ours to look after any more. */
    private synchronized Optional<Process> giveUp() {
        Optional<Process> given = daemon;
        daemon = Optional.empty();
        return given;
    }

    private synchronized long pid() {
        return daemon.orElseThrow().pid();
    }

    /** A command that starts it, as an operator would configure one: it returns, the daemon goes on. */
    public List<String> restartCommand() {
        Path script = home.resolve("start-libvirtd");
        try {
            Files.writeString(
                    script,
                    "TMPDIR=%1$s setsid unshare --mount --propagation slave bash -c '%2$s' libvirtd %1$s </dev/null >>%1$s/libvirtd.out 2>&1 &"
                            .formatted(home, BECOME_LIBVIRTD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("bash", script.toString());
    }

    private boolean answers() throws IOException, InterruptedException {
        Process virsh = new ProcessBuilder("virsh", "-q", "-c", uri(), "version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return virsh.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && virsh.exitValue() == 0;
    }

    /** Kills it as {@code kill -9} does, and leaves it dead; its guests live on. */
    public void killDaemon() {
        giveUp().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Ends it by a fault; it is started again. */
    public void crashDaemon() {
        signal("SEGV", pid());
    }

    /** Stops it in its tracks: it accepts connections and says nothing. */
    public void hangDaemon() {
        signal("STOP", pid());
    }

    public void continueDaemon() {
        signal("CONT", pid());
    }

    /** Sends a signal to a process. */
    public static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and all its guests, and removes its directories. */
    @Override
    public void close() {
        giveUp();
        await().atMost(LIMIT).until(() -> {
            List<Long> left = marked();
            left.forEach(pid -> signal("KILL", pid));
            return left.isEmpty();
        });
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its processes: the daemon, while it has one, and its guests. */
    private List<Long> marked() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(this::marked)
                .toList();
    }

    private boolean marked(long pid) {
        try {
            String environment =
                    Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
            return List.of(environment.split("\0")).contains("TMPDIR=" + home);
        } catch (IOException e) {
            return false;
        }
    }
}
