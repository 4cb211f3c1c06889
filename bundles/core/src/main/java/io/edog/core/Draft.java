package io.edog.core;

import io.edog.api.journal.Change;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import java.util.ArrayList;
import java.util.List;

/** Changes in the making, and the state as it would be with them. Not thread-safe; lives within one decision. */
public final class Draft {
    private ClusterState state;
    private final List<Change> changes = new ArrayList<>();

    public Draft(ClusterState state) {
        this.state = state;
    }

    /** The state with all changes so far. */
    public ClusterState state() {
        return state;
    }

    /** Puts an object, unless it is there just so already. */
    public void put(Resource object) {
        ClusterState after = state.with(object);
        if (after != state) {
            state = after;
            changes.add(new Change.Put(object));
        }
    }

    /** Removes an object. */
    public void remove(Resource object) {
        state = state.without(object.resourceKind(), object.id());
        changes.add(Change.Removed.of(object));
    }

    /** The changes so far, in order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }
}
