package io.edog.cluster.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A voter of a cluster with keys, started by the very script that a deployed node starts it with. */
final class TlsVoter implements AutoCloseable {
    private static final Path SCRIPT = Path.of("../../scripts/node/zookeeper").toAbsolutePath();
    private static final String JARS = ".*/(zookeeper|netty|metrics|snappy|commons-io|slf4j)[^/]*\\.jar";

    private static final String STATE = "Peer state changed: ";
    private static final String BEGIN = "Starting quorum peer";

    private final int id;
    private final Path data;
    private final Path tls;
    private final List<Integer> ports;
    private Process process;

    /** Not configured yet. */
    TlsVoter(int id, Path directory, Path tls) throws IOException {
        this.id = id;
        this.data = directory;
        this.tls = tls;
        this.ports = freePorts();
        for (String name : List.of("run", "log", "dist/lib/edog/zookeeper")) {
            Files.createDirectories(data.resolve(name));
        }
        for (String jar : System.getProperty("java.class.path").split(":", -1)) {
            if (jar.matches(JARS)) {
                Path file = Path.of(jar);
                Files.createSymbolicLink(data.resolve("dist/lib/edog/zookeeper").resolve(file.getFileName()), file);
            }
        }
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> open = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            open.add(socket);
            found.add(socket.getLocalPort());
        }
        for (ServerSocket socket : open) {
            socket.close();
        }
        return found;
    }

    int id() {
        return id;
    }

    int clientPort() {
        return ports.get(2);
    }

    String connect() {
        return "127.0.0.1:" + clientPort();
    }

    Path data() {
        return data;
    }

    Path tls() {
        return tls;
    }

    /** As in EDOG_ZK_FOUNDERS. */
    String spec() {
        return "%d=127.0.0.1:%d:%d:%d".formatted(id, ports.get(0), ports.get(1), ports.get(2));
    }

    /**
     * Writes its settings.
     *
     * @param voters all that it begins with, itself among them
     */
    TlsVoter configure(List<TlsVoter> voters, boolean join) throws IOException {
        String founders = String.join(" ", voters.stream().map(TlsVoter::spec).toList());
        Files.writeString(data.resolve("node.env"), """
                EDOG_NODE=node%d
                EDOG_ROLES=manager
                EDOG_ZK_ID=%d
                EDOG_ZK_PEER=%d
                EDOG_ZK_ELECTION=%d
                EDOG_ZK_CLIENT=%d
                EDOG_ZK_FOUNDERS="%s"
                EDOG_ZK_JOIN=%s
                EDOG_TLS=%s
                """.formatted(
                        id, id, ports.get(0), ports.get(1), ports.get(2), founders, join ? "yes" : "no", tls));
        return this;
    }

    TlsVoter start() {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), data.toString());
        builder.environment().put("EDOG_JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.showDateTime=true");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                data.resolve("log/zookeeper.out").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
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

    /** Whether its log says that it leads. */
    boolean leads() {
        return state().startsWith("leading - broadcast");
    }

    /** Whether its log says that it follows, and has copied everything. */
    boolean follows() {
        return state().startsWith("following - broadcast");
    }

    private String state() {
        try (Stream<String> lines = Files.lines(data.resolve("log/zookeeper.out"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(STATE) || line.contains(BEGIN))
                    .reduce((before, last) -> last)
                    .filter(line -> line.contains(STATE))
                    .map(line -> line.substring(line.indexOf(STATE) + STATE.length()))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
