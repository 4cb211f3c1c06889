package io.edog.cluster.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.zookeeper.client.ZKClientConfig;

/** The checked form of {@link ClusterConfig}. */
record Settings(
        String node,
        String connect,
        Access access,
        boolean managed,
        Paths paths,
        Duration sessionTimeout,
        Duration requestTimeout,
        Duration reconnectPause,
        Limits limits,
        Duration backoffFirst,
        Duration backoffMost,
        int readWindow,
        int trimBatch) {

    /** How long each kind of call may take. */
    record Limits(
            Duration append,
            Duration read,
            Duration trim,
            Duration bus,
            Duration close,
            Duration stand,
            Duration reconfig) {}

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** Checks a configuration; a wrong value is an {@link IllegalArgumentException} that names it. */
    static Settings of(ClusterConfig config) {
        return new Settings(
                config.node().isBlank() ? hostName() : config.node().strip(),
                text("connect", config.connect()),
                Access.of(config.tls(), config.secret()),
                config.managed(),
                new Paths("/" + Paths.name(text("namespace", config.namespace()))),
                millis("session.timeout.ms", config.session_timeout_ms()),
                millis("request.timeout.ms", config.request_timeout_ms()),
                millis("reconnect.pause.ms", config.reconnect_pause_ms()),
                limits(config),
                millis("backoff.first.ms", config.backoff_first_ms()),
                millis("backoff.most.ms", config.backoff_most_ms()),
                positive("read.window", config.read_window()),
                positive("trim.batch", config.trim_batch()));
    }

    /** How ZooKeeper's own client is set up. */
    ZKClientConfig client() {
        ZKClientConfig client = new ZKClientConfig();
        client.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
        client.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, Long.toString(requestTimeout.toMillis()));
        access.secure(client);
        return client;
    }

    private static Limits limits(ClusterConfig config) {
        return new Limits(
                millis("append.limit.ms", config.append_limit_ms()),
                millis("read.limit.ms", config.read_limit_ms()),
                millis("trim.limit.ms", config.trim_limit_ms()),
                millis("bus.limit.ms", config.bus_limit_ms()),
                millis("close.limit.ms", config.close_limit_ms()),
                millis("stand.limit.ms", config.stand_limit_ms()),
                millis("reconfig.limit.ms", config.reconfig_limit_ms()));
    }

    private static String text(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("io.edog.cluster: " + key + " is empty");
        }
        return value.strip();
    }

    private static Duration millis(String key, int value) {
        return Duration.ofMillis(positive(key, value));
    }

    private static int positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("io.edog.cluster: " + key + " must be at least 1, not " + value);
        }
        return value;
    }

    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("io.edog.cluster: node is empty and the host name can't be read", e);
        }
    }
}
