package io.edog.core.plan;

import io.edog.api.journal.Change;
import io.edog.api.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * What edog does by itself next.
 *
 * @param changes to be journaled
 * @param timers when to look again at what
 */
public record Plan(List<Change> changes, List<Timer> timers) {
    public Plan {
        changes = List.copyOf(changes);
        timers = List.copyOf(timers);
    }

    /** Look at an object again at an instant, though nothing may have changed. */
    public record Timer(Instant at, Kind kind, String id) {}
}
