package io.edog.rest.internal.events;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for a number of bytes; what is larger than all of it takes all of it. Thread-safe. */
final class Room {
    private final int bytes;
    private final Semaphore free;

    Room(int bytes) {
        this.bytes = bytes;
        this.free = new Semaphore(bytes, true);
    }

    /** Takes room until a time of {@link System#nanoTime}; false when there is none until then. */
    boolean take(int wanted, long untilNanos) throws InterruptedException {
        return free.tryAcquire(share(wanted), untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    void give(int taken) {
        free.release(share(taken));
    }

    private int share(int wanted) {
        return Math.min(wanted, bytes);
    }
}
