package io.edog.api.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The memory of automatic restarts.
 *
 * @param count starts by policy since the guest last ran for a stable time
 * @param notBefore when the next start may happen, empty when none is pending
 * @param held it ended, and nothing is done about it until a person says so
 */
public record Restarts(int count, Optional<Instant> notBefore, boolean held) {
    /** None pending, none made. */
    public static final Restarts NONE = new Restarts(0, Optional.empty(), false);
}
