package io.edog.manager.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When this manager last knew that it was at the journal's head. Reads are answered for a while after it and no longer: a manager
 * that is cut off must not show an old state as the present one. Written by the loop, read by anyone.
 */
final class Contact {
    private final Clock steady;
    private final Duration limit;
    private volatile Instant last = Instant.MIN;

    Contact(Clock steady, Duration limit) {
        this.steady = steady;
        this.limit = limit;
    }

    /** At the head, at the time given: when the question was sent, not when its answer came. */
    void made(Instant at) {
        last = at;
    }

    boolean fresh() {
        return last.plus(limit).isAfter(steady.instant());
    }

    /** What to tell when it is not fresh. */
    Optional<String> trouble() {
        return fresh()
                ? Optional.empty()
                : Optional.of("this manager has not reached the journal for more than " + limit.toMillis() + " ms");
    }
}
