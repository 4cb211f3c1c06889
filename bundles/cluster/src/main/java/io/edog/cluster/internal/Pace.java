package io.edog.cluster.internal;

import java.time.Duration;

/** The time that limits and pauses are measured in. Setting the machine's time does not move it. Thread-safe. */
interface Pace {
    /** A point of time, comparable with others of this process only. */
    long nanoTime();

    /**
     * Waits, unless it is ended meanwhile.
     *
     * @return whether it is still to go on
     */
    boolean pause(Duration pause) throws InterruptedException;

    /** From now on nobody waits. */
    void end();
}
