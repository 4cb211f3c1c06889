package io.edog.sim.kernel;

import org.jspecify.annotations.Nullable;

/** Something that happens at a time: an action, or the turn of a strand that waits with this token. */
record Event(
        long at,
        long order,
        @Nullable Runnable action,
        @Nullable Strand strand,
        long token) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
