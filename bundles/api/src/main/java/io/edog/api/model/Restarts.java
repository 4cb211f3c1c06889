package io.edog.api.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The memory of automatic restarts.
 *
 * @param count starts by policy since the guest last ran for a stable time
 * @param notBefore when the next start may happen, empty when none is pending
 */
public record Restarts(int count, Optional<Instant> notBefore) {
    /** None pending, none made. */
    public static final Restarts NONE = new Restarts(0, Optional.empty());
}
