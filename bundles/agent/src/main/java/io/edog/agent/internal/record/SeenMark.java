package io.edog.agent.internal.record;

import io.edog.api.bus.Assignments;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.util.Comparator;

/** The newest assignments a host has seen: older ones come from a leader that is none any more. */
public record SeenMark(Epoch epoch, Index index) implements Comparable<SeenMark> {
    /** None seen. */
    public static final SeenMark NONE = new SeenMark(Epoch.ZERO, Index.ZERO);

    private static final Comparator<SeenMark> ORDER =
            Comparator.comparing(SeenMark::epoch).thenComparing(SeenMark::index);

    public static SeenMark of(Assignments assignments) {
        return new SeenMark(assignments.epoch(), assignments.index());
    }

    @Override
    public int compareTo(SeenMark other) {
        return ORDER.compare(this, other);
    }
}
