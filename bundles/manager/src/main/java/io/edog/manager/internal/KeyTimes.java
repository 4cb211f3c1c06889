package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.model.Outcome;
import io.edog.api.state.ClusterState;
import java.time.Instant;
import java.util.Comparator;

/**
 * When idempotency keys are said to have been decided. The oldest are forgotten first, so none may be older than one before it, whatever
 * is done to clocks. Used by the loop alone.
 */
final class KeyTimes implements Replica.Listener {
    private Instant newest = Instant.EPOCH;

    @Override
    public void applied(ClusterState before, Entry entry, ClusterState after) {
        entry.set().outcomes().forEach(outcome -> newest = later(newest, outcome.at()));
    }

    @Override
    public void installed(ClusterState state) {
        newest = state.list(Outcome.class).stream()
                .map(Outcome::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The present, or, where the clock was set back, the moment after the newest one. */
    Instant next(Instant now) {
        return later(now, newest.plusNanos(1));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
