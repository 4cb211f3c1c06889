package io.edog.cluster.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;

/** A real ZooKeeper server in a process of its own, set up as edog's voters are. */
final class Voter implements AutoCloseable {
    private static final String SECRET = "of-the-tests";

    private final Path directory;
    private final int port;
    private Process process;

    /** Not started yet; its data stay in the directory over restarts. */
    Voter(Path directory) throws IOException {
        this.directory = directory;
        List<Integer> ports = freePorts();
        this.port = ports.get(0);
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("myid"), "1\n");
        Files.writeString(data.resolve("initialize"), "");
        Files.writeString(
                directory.resolve("zoo.cfg"), """
                tickTime=250
                initLimit=20
                syncLimit=4
                maxSessionTimeout=20000
                dataDir=%s
                standaloneEnabled=false
                reconfigEnabled=true
                admin.enableServer=false
                forceSync=yes
                enforce.auth.enabled=true
                enforce.auth.schemes=digest
                DigestAuthenticationProvider.superDigest=%s
                dynamicConfigFile=%s
                """.formatted(data, digest(), directory.resolve("zoo.cfg.dynamic")));
        Files.writeString(secret(), SECRET);
        Files.writeString(
                directory.resolve("zoo.cfg.dynamic"),
                "server.1=127.0.0.1:%d:%d;127.0.0.1:%d%n".formatted(ports.get(1), ports.get(2), port));
    }

    private static String digest() {
        try {
            return DigestAuthenticationProvider.generateDigest("edog:" + SECRET);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file with the secret that lets a node in. */
    Path secret() {
        return directory.resolve("secret");
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket a = any();
                ServerSocket b = any();
                ServerSocket c = any()) {
            return List.of(a.getLocalPort(), b.getLocalPort(), c.getLocalPort());
        }
    }

    private static ServerSocket any() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    int port() {
        return port;
    }

    String connect() {
        return "127.0.0.1:" + port;
    }

    Voter start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dzookeeper.db.autocreate=false",
                "-Dzookeeper.cnxTimeout=500",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.zookeeper.server.quorum.QuorumPeerMain",
                directory.resolve("zoo.cfg").toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                directory.resolve("zookeeper.log").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a signal by name, STOP or CONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
