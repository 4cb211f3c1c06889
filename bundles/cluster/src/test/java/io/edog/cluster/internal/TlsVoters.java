package io.edog.cluster.internal;

import io.edog.testkit.keys.ClusterKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A cluster's voters with keys, and the nodes that use them. */
final class TlsVoters implements AutoCloseable {
    private static final AtomicLong NAMESPACES = new AtomicLong();

    private final Path directory;
    private final ClusterKeys keys;
    private final List<TlsVoter> voters = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private String namespace = "edog";

    TlsVoters(Path directory) {
        this.directory = directory;
        this.keys = new ClusterKeys(directory);
    }

    /** So many, founded together and started. */
    TlsVoters found(int count) throws IOException {
        for (int id = 1; id <= count; id++) {
            prepare(id);
        }
        for (TlsVoter voter : voters) {
            voter.configure(voters, false).start();
        }
        return this;
    }

    /** One more, not configured yet. */
    TlsVoter prepare(int id) throws IOException {
        Path home = keys.member("node" + id);
        TlsVoter voter = new TlsVoter(id, home.resolve("data"), home);
        voters.add(voter);
        return voter;
    }

    TlsVoter voter(int id) {
        return voters.stream().filter(v -> v.id() == id).findFirst().orElseThrow();
    }

    List<TlsVoter> all() {
        return List.copyOf(voters);
    }

    ClusterKeys keys() {
        return keys;
    }

    String connect() {
        return voters.stream().map(TlsVoter::connect).collect(Collectors.joining(","));
    }

    /** From here on, everything lies in a fresh place. */
    void newNamespace() {
        namespace = "test-" + NAMESPACES.incrementAndGet();
    }

    Connection node(String name) {
        return node(name, connect(), Map.of());
    }

    Connection node(String name, String connect, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put("tls", voters.get(0).tls().toString());
        Settings settings = Nodes.settings(name, connect, namespace, all);
        Connection connection = new Connection(settings, new Sessions(settings));
        return keep(connection, connection::close);
    }

    <T> T keep(T thing, AutoCloseable closing) {
        opened.add(0, closing);
        return thing;
    }

    /** Closes the nodes, but not the voters. */
    void closeNodes() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
        opened.clear();
    }

    @Override
    public void close() throws Exception {
        closeNodes();
        voters.forEach(TlsVoter::close);
    }
}
