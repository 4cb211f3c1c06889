package io.edog.peer.internal;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checked form of {@link PeerConfig}.
 *
 * @param address of this node; empty if others don't reach it
 * @param tls directory of the keys; empty if there are no other managers
 */
record PeerSettings(Optional<String> address, Optional<Path> tls, String cluster, Limits limits) {
    /** What bounds requests and answers. */
    record Limits(
            int serverThreads,
            int clientThreads,
            int requests,
            int pending,
            int stateSenders,
            int messageBytes,
            long stateBytes,
            Duration connect,
            Duration command,
            Duration state,
            Duration keysCheck) {}

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:]+\\]|[A-Za-z0-9.-]+):([0-9]{1,5})");
    private static final int MOST_PORT = 65535;

    /** Checks a configuration; a wrong value is an {@link IllegalArgumentException} that names it. */
    static PeerSettings of(PeerConfig config) {
        String address = config.address().strip();
        Optional<Path> tls =
                Optional.of(config.tls().strip()).filter(t -> !t.isEmpty()).map(Path::of);
        Optional<String> own = Optional.of(address).filter(a -> !a.isEmpty() && tls.isPresent());
        own.ifPresent(PeerSettings::parse);
        return new PeerSettings(own, tls, config.cluster().strip(), limits(config));
    }

    private static Limits limits(PeerConfig config) {
        return new Limits(
                positive("server.threads", config.server_threads()),
                positive("client.threads", config.client_threads()),
                positive("client.requests", config.client_requests()),
                positive("pending.limit", config.pending_limit()),
                positive("state.senders", config.state_senders()),
                positive("message.bytes", config.message_bytes()),
                positive("state.bytes", config.state_bytes()),
                millis("connect.limit.ms", config.connect_limit_ms()),
                millis("command.limit.ms", config.command_limit_ms()),
                millis("state.limit.ms", config.state_limit_ms()),
                millis("keys.check.ms", config.keys_check_ms()));
    }

    /** Where to listen. */
    static InetSocketAddress parse(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_PORT) {
            throw new IllegalArgumentException("io.edog.peer: address is not host:port: " + address);
        }
        return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private static Duration millis(String key, int value) {
        return Duration.ofMillis(positive(key, value));
    }

    private static int positive(String key, int value) {
        return Math.toIntExact(positive(key, (long) value));
    }

    private static long positive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("io.edog.peer: " + key + " must be at least 1, not " + value);
        }
        return value;
    }
}
