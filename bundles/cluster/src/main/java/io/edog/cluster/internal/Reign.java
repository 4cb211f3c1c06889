package io.edog.cluster.internal;

import io.edog.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Who took the epoch; the data of its node.
 *
 * @param node name of the node
 * @param at when, by its clock
 * @param session id of its session with ZooKeeper, hex
 */
record Reign(String node, Instant at, String session) {
    static Reign of(String node, Instant at, long session) {
        return new Reign(node, at, Long.toHexString(session));
    }

    static Optional<Reign> of(byte[] data) {
        return data.length == 0
                ? Optional.empty()
                : Optional.of(Json.read(new String(data, StandardCharsets.UTF_8), Reign.class));
    }

    /** Whether it began in a session. */
    boolean in(long id) {
        return session.equals(Long.toHexString(id));
    }

    byte[] wire() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }
}
