package io.edog.agent.internal;

import java.time.Duration;

/**
 * Pauses between tries that double up to a bound.
 *
 * @param first after the first try that failed
 */
public record Backoff(Duration first, Duration most) {
    private static final int DOUBLINGS = 30;

    /** The pause after so many failed tries; none after none. */
    public Duration pause(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
