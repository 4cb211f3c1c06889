package io.edog.testkit.store;

import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.json.EntryCodec;
import io.edog.api.model.Outcome;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A made-up history: each entry continues the one before. It evolves its state by itself, so that a store is not
 * measured by the code that it serves. Not thread-safe.
 */
public final class History {
    private ClusterState state;

    /** From the beginning. */
    public History() {
        this(ClusterState.empty());
    }

    /** Going on from a state. */
    public History(ClusterState state) {
        this.state = state;
    }

    /** The state after the newest entry. */
    public ClusterState state() {
        return state;
    }

    /** The next entry, which puts objects. */
    public Entry put(Resource... objects) {
        return next(Arrays.stream(objects).<Change>map(Change.Put::new).toList(), List.of());
    }

    /** The next entry, which removes an object. */
    public Entry remove(Resource object) {
        return next(List.of(Change.Removed.of(object)), List.of());
    }

    /** The next entry, with all that it brings. */
    public Entry next(List<Change> changes, List<Outcome> outcomes) {
        long number = state.index().next().value();
        ChangeSet set = new ChangeSet(new UUID(1, number), Samples.AT.plusSeconds(number), "ann", changes, outcomes);
        Entry entry = EntryCodec.next(state.index(), state.head(), new Epoch(1 + number / 10), set);
        state = evolve(state, entry);
        return entry;
    }

    /** The state after an entry. */
    public static ClusterState evolve(ClusterState before, Entry entry) {
        ClusterState after = before;
        for (Change change : entry.set().changes()) {
            after = change instanceof Change.Removed gone
                    ? after.without(gone.kind(), gone.id())
                    : after.with(((Change.Put) change).object());
        }
        return after.withAll(entry.set().outcomes()).at(entry.index(), entry.epoch(), entry.hash());
    }
}
