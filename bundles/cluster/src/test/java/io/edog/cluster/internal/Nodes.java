package io.edog.cluster.internal;

import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Epoch;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.zookeeper.KeeperException;

/** The nodes of one test, in a namespace of their own; closes what it opened, the last first. */
final class Nodes implements AutoCloseable {
    private static final AtomicLong NAMESPACES = new AtomicLong();

    private final String connect;
    private final String secret;
    private final String namespace;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    Nodes(Voter voter) {
        this.connect = voter.connect();
        this.secret = voter.secret().toString();
        this.namespace = "test-" + NAMESPACES.incrementAndGet();
    }

    /** Settings with their defaults but for the given ones, which are named as in {@link ClusterConfig}. */
    static Settings settings(String node, String connect, String namespace, Map<String, Object> others) {
        Map<String, Object> given = Map.of("node", node, "connect", connect, "namespace", namespace);
        return Settings.of((ClusterConfig) Proxy.newProxyInstance(
                ClusterConfig.class.getClassLoader(), new Class<?>[] {ClusterConfig.class}, (self, method, args) -> {
                    Object value = given.getOrDefault(method.getName(), others.get(method.getName()));
                    return value == null ? method.getDefaultValue() : value;
                }));
    }

    Settings settings(String node, String via, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put("secret", secret);
        return settings(node, via, namespace, all);
    }

    Connection connect(String node) {
        return connect(settings(node, connect, Map.of()));
    }

    Connection connect(String node, Line line) {
        return connect(settings(node, line.connect(), Map.of()));
    }

    Connection connect(Settings settings) {
        return connect(settings, new Sessions(settings));
    }

    Connection connect(Settings settings, Sessions sessions) {
        Connection connection = new Connection(settings, sessions);
        opened.push(connection::close);
        return connection;
    }

    Line line(Voter voter) {
        return keep(new Line(voter.port()));
    }

    <T extends AutoCloseable> T keep(T closeable) {
        opened.push(closeable);
        return closeable;
    }

    ZkJournal journal(Connection connection) {
        ZkJournal journal = new ZkJournal(connection);
        opened.push(journal::close);
        return journal;
    }

    /** What a new leader does. */
    static Epoch newEpoch(Connection connection) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(KeeperException.class)
                .until(() -> new EpochRegister(connection.settings()).take(connection.session()), term -> true)
                .epoch();
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
