package io.edog.core;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.model.Outcome;
import io.edog.api.state.ClusterState;
import java.util.List;

/** The one way by which state changes. */
public final class Evolver {
    private Evolver() {}

    /**
     * The state after an entry.
     *
     * @throws IllegalStateException if the entry is not the next one of this state's history
     */
    public static ClusterState apply(ClusterState state, Entry entry) {
        if (!entry.index().equals(state.index().next())) {
            throw new IllegalStateException("entry " + entry.index() + " does not follow index " + state.index());
        }
        if (!entry.previous().equals(state.head())) {
            throw new IllegalStateException("entry " + entry.index() + " does not continue this journal: it names "
                    + entry.previous() + " as its predecessor, here it is " + state.head());
        }
        ClusterState after = apply(state, entry.set().changes());
        for (Outcome outcome : entry.set().outcomes()) {
            after = after.with(outcome);
        }
        return after.at(entry.index(), entry.epoch(), entry.hash());
    }

    /** The state after some changes, its place in the journal unchanged. */
    public static ClusterState apply(ClusterState state, List<Change> changes) {
        ClusterState after = state;
        for (Change change : changes) {
            after = apply(after, change);
        }
        return after;
    }

    /** The state after one change, its place in the journal unchanged. */
    public static ClusterState apply(ClusterState state, Change change) {
        if (change instanceof Change.Put put) {
            return state.with(put.object());
        }
        Change.Removed removed = (Change.Removed) change;
        return state.without(removed.kind(), removed.id());
    }
}
