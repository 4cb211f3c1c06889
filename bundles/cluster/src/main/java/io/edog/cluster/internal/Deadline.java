package io.edog.cluster.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A point of a monotonic clock until which something may take. */
record Deadline(long atNanos, LongSupplier clock) {
    /** By this process's clock. */
    static Deadline in(Duration limit) {
        return in(limit, System::nanoTime);
    }

    static Deadline in(Duration limit, LongSupplier clock) {
        return new Deadline(clock.getAsLong() + limit.toNanos(), clock);
    }

    boolean passed() {
        return leftNanos() <= 0;
    }

    long leftNanos() {
        return atNanos - clock.getAsLong();
    }
}
