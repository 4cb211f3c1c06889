package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps this manager's archive bounded, whether it leads or not: entries that are old enough go, some at a time. Used by the loop alone. */
final class Archive {
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Ports ports;
    private final EngineLimits limits;
    private final Replica replica;
    private Instant next = Instant.MIN;

    Archive(Ports ports, EngineLimits limits, Replica replica) {
        this.ports = ports;
        this.limits = limits;
        this.replica = replica;
    }

    /** Looks from time to time, and soon again while there is more to forget. */
    void look() {
        Instant now = ports.steady().instant();
        if (now.isBefore(next) || replica.state().index().equals(Index.ZERO)) {
            return;
        }
        next = now.plus(limits.sweep());
        if (prune()) {
            next = now.plus(PAUSE);
        }
    }

    /** @return whether there may be more to forget */
    private boolean prune() {
        Instant limit = ports.wall().instant().minus(limits.retention());
        List<Entry> oldest = ports.store().archive(ports.store().oldest(), BATCH);
        List<Entry> old = oldest.stream()
                .takeWhile(entry -> entry.set().at().isBefore(limit))
                .toList();
        if (old.isEmpty()) {
            return false;
        }
        ports.store().prune(old.get(old.size() - 1).index().next());
        return old.size() == BATCH;
    }
}
