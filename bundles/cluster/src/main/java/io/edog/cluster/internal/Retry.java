package io.edog.cluster.internal;

import java.time.Duration;

/** Trying again: pauses that double up to a limit, and an end. For one call on one thread. */
final class Retry {
    private final Connection connection;
    private final Duration limit;
    private final Deadline deadline;
    private Duration pause;

    Retry(Connection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
        this.deadline = connection.deadline(limit);
        this.pause = connection.settings().backoffFirst();
    }

    /**
     * Waits a while before the next try.
     *
     * @return false if there shall be no next try: the time is up, or the connection is being closed
     */
    boolean again() throws InterruptedException {
        long nanos = Math.min(pause.toNanos(), deadline.leftNanos());
        Duration most = connection.settings().backoffMost();
        pause = pause.multipliedBy(2).compareTo(most) < 0 ? pause.multipliedBy(2) : most;
        return nanos > 0 && connection.open(Duration.ofNanos(nanos));
    }

    Deadline deadline() {
        return deadline;
    }

    /** For messages. */
    String limit() {
        return limit.toMillis() + " ms";
    }
}
