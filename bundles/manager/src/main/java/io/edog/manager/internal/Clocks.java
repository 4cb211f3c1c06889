package io.edog.manager.internal;

import java.time.Clock;
import java.time.Duration;

/** Notices that the time of day was set, by a clock that nobody sets. Used by the loop alone. */
final class Clocks {
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final Clock wall;
    private final Clock steady;
    private Duration offset;

    Clocks(Clock wall, Clock steady) {
        this.wall = wall;
        this.steady = steady;
        this.offset = offset();
    }

    /** Whether it was set since this was asked last. */
    boolean stepped() {
        Duration before = offset;
        offset = offset();
        return offset.minus(before).abs().compareTo(GRAIN) > 0;
    }

    private Duration offset() {
        return Duration.between(steady.instant(), wall.instant());
    }
}
