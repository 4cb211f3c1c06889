package io.edog.agent.internal;

import java.time.Instant;
import java.time.InstantSource;

/** The wall clock as it was at the start, going on steadily: pauses and limits care for no correction of the time. */
public final class SteadyClock implements InstantSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
