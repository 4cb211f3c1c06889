package io.edog.cluster.internal;

import java.time.Duration;

/** A point of this process's monotonic clock until which something may take. */
record Deadline(long atNanos) {
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean passed() {
        return leftNanos() <= 0;
    }

    long leftNanos() {
        return atNanos - System.nanoTime();
    }
}
