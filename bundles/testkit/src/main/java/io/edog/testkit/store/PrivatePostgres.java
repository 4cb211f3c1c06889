package io.edog.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the machine's own package, for tests alone: data in a directory of its own, a free port
 * on loopback, ended with the tests, also if they are killed. It does not run as root, so root becomes {@code nobody} for it.
 */
public final class PrivatePostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private static final String USER = "edog";

    private final AtomicInteger databases = new AtomicInteger();
    private final Path home;
    private final Path binaries;
    private final int port;
    private Process server;

    private PrivatePostgres(Path home, Path binaries, int port) throws IOException, InterruptedException {
        this.home = home;
        this.binaries = binaries;
        this.port = port;
        this.server = run();
    }

    /** Starts one and waits until it answers. */
    public static PrivatePostgres start() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(
                "edog-postgres-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path binaries = binaries();
        finish(asServer(
                home,
                binaries.resolve("initdb").toString(),
                "--pgdata=" + home.resolve("data"),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync"));
        return new PrivatePostgres(home, binaries, freePort());
    }

    /** The newest of the installed versions. */
    private static Path binaries() throws IOException {
        assertThat(VERSIONS)
                .as("PostgreSQL; install Debian's package postgresql")
                .isDirectory();
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process run() throws IOException, InterruptedException {
        Process started = asServer(
                        home,
                        binaries.resolve("postgres").toString(),
                        "-D",
                        home.resolve("data").toString(),
                        "-k",
                        home.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "fsync=off") // what is killed here is the server, never the machine
                .start();
        await().atMost(PATIENCE).until(() -> !started.isAlive() || answers());
        assertThat(started.isAlive()).as(output(home)).isTrue();
        return started;
    }

    private static ProcessBuilder asServer(Path home, String... command) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig=INT"));
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()));
    }

    private static void finish(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(output(command.directory().toPath()))
                .isTrue();
    }

    private static String output(Path home) throws IOException {
        return Files.readString(home.resolve("output"));
    }

    private boolean answers() throws IOException, InterruptedException {
        Process asked = client("pg_isready", "--quiet", "--timeout=1").start();
        return asked.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && asked.exitValue() == 0;
    }

    /** A new, empty database; its URL, which names the user that owns it and needs no password. */
    public String newDatabase() throws IOException, InterruptedException {
        String name = "edog" + databases.incrementAndGet();
        finish(client("createdb", name));
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + USER;
    }

    private ProcessBuilder client(String program, String... words) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve(program).toString(), "--host=127.0.0.1", "--port=" + port, "--username=" + USER));
        command.addAll(List.of(words));
        return asServer(home, command.toArray(String[]::new));
    }

    /** Kills the server as a power failure does, and starts it again. */
    public void crash() throws IOException, InterruptedException {
        List<ProcessHandle> workers = server.descendants().toList();
        server.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        workers.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        server = run();
    }

    /** Ends the server and deletes its data. */
    @Override
    public void close() throws IOException, InterruptedException {
        List<ProcessHandle> workers = server.descendants().toList();
        server.destroy();
        if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
        workers.forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
