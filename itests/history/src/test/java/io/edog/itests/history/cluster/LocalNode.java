package io.edog.itests.history.cluster;

import io.edog.itests.support.Command;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A node of a local cluster: the scripts of the distribution, on loopback, in a directory of its own. */
final class LocalNode {
    static final String ADDRESS = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);

    final String name;
    final int id;
    final Path home;
    private final Path distribution;
    private final int http = freePort();
    private final int ssh = freePort();
    private final int peer = freePort();
    private final int client = freePort();
    private final int quorum = freePort();
    private final int election = freePort();

    LocalNode(String name, int id, Path home, Path distribution) {
        this.name = name;
        this.id = id;
        this.home = home;
        this.distribution = distribution;
    }

    /** As the voters to be founded are listed. */
    String founder() {
        return id + "=" + ADDRESS + ":" + quorum + ":" + election + ":" + client;
    }

    String voter() {
        return ADDRESS + ":" + client;
    }

    Path tls() {
        return home.resolve("etc/tls");
    }

    Path data() {
        return home.resolve("data");
    }

    Rest rest() {
        return Rest.at("http://" + ADDRESS + ":" + http + "/api/v1");
    }

    Optional<String> password() {
        return read(data().resolve("admin-password"));
    }

    /** Writes its settings, and by PID what is added to the shipped configuration. */
    void configure(String connect, String founders, Map<String, String> parts) throws IOException {
        Files.createDirectories(home.resolve("etc/etc"));
        Files.writeString(
                home.resolve("etc/node.env"),
                String.join(
                                "\n",
                                "EDOG_CLUSTER=history",
                                "EDOG_NODE=" + name,
                                "EDOG_ROLES=manager",
                                "EDOG_ADDRESS=" + ADDRESS,
                                "EDOG_DATA=" + data(),
                                "EDOG_HTTP=" + ADDRESS + ":" + http,
                                "EDOG_SSH=" + ADDRESS + ":" + ssh,
                                "EDOG_PEER=" + ADDRESS + ":" + peer,
                                "EDOG_TLS=" + tls(),
                                "EDOG_ZK_ID=" + id,
                                "EDOG_ZK_CLIENT=" + client,
                                "EDOG_ZK_PEER=" + quorum,
                                "EDOG_ZK_ELECTION=" + election,
                                "EDOG_ZK_CONNECT=" + connect,
                                "EDOG_ZK_FOUNDERS=\"" + founders + "\"")
                        + "\n");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String file = part.getKey() + ".cfg";
            Files.writeString(
                    home.resolve("etc/etc").resolve(file),
                    Files.readString(distribution.resolve("etc").resolve(file)) + "\n" + part.getValue() + "\n");
        }
    }

    void start() {
        edogNode(START_LIMIT, "start").succeeded();
    }

    void stop() {
        edogNode(STOP_LIMIT, "stop");
    }

    void signal(String signal, Cluster.Part part) {
        pid(part)
                .ifPresent(
                        pid -> Command.run(SIGNAL_LIMIT, Map.of(), List.of("kill", "-" + signal, Long.toString(pid))));
    }

    /** The process of a part, if it lives. */
    OptionalLong pid(Cluster.Part part) {
        return read(data().resolve("run/" + part.word() + ".pid")).stream()
                .mapToLong(Long::parseLong)
                .filter(pid -> ProcessHandle.of(pid).isPresent())
                .findFirst();
    }

    private Command.Result edogNode(Duration limit, String verb) {
        return Command.run(
                limit,
                Map.of("EDOG_ETC", home.resolve("etc").toString(), "EDOG_KARAF_HEAP", "320m"),
                List.of(distribution.resolve("node/edog-node").toString(), verb));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
