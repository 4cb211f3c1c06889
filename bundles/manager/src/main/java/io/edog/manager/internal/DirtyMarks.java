package io.edog.manager.internal;

import io.edog.api.model.Kind;
import io.edog.core.plan.Dirty;
import io.edog.core.plan.Plan.Timer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** What the next plan must look at: what changed, and whose timer is due. Thread-safe. */
final class DirtyMarks {
    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
    private final Map<String, Timer> armed = new HashMap<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::at));
    private boolean everything = true;

    synchronized void mark(Kind kind, String id) {
        ids.computeIfAbsent(kind, k -> new HashSet<>()).add(id);
    }

    synchronized void markEverything() {
        everything = true;
    }

    /** Forgets all single marks: nothing is planned here until everything is looked at. */
    synchronized void forget() {
        everything = true;
        ids.clear();
        armed.clear();
        timers.clear();
    }

    /** Arms timers; a newer one for the same object replaces the older. */
    synchronized void arm(Collection<Timer> wanted) {
        for (Timer timer : wanted) {
            Timer before = armed.put(key(timer), timer);
            if (before != null) {
                timers.remove(before);
            }
            timers.add(timer);
        }
    }

    /** What is to be looked at now, or empty. It is forgotten here. */
    synchronized Optional<Dirty> take(Instant now) {
        while (!timers.isEmpty() && !timers.peek().at().isAfter(now)) {
            Timer due = timers.remove();
            armed.remove(key(due));
            mark(due.kind(), due.id());
        }
        if (!everything && ids.isEmpty()) {
            return Optional.empty();
        }
        Map<Kind, Set<String>> copy = new EnumMap<>(Kind.class);
        ids.forEach((kind, set) -> copy.put(kind, Set.copyOf(set)));
        Dirty dirty = new Dirty(everything, copy);
        ids.clear();
        everything = false;
        return Optional.of(dirty);
    }

    /** When there is something to look at next, if that is known. */
    synchronized Optional<Instant> next() {
        if (everything || !ids.isEmpty()) {
            return Optional.of(Instant.MIN);
        }
        return Optional.ofNullable(timers.peek()).map(Timer::at);
    }

    private static String key(Timer timer) {
        return timer.kind() + "/" + timer.id();
    }
}
