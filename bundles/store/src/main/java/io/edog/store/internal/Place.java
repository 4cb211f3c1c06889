package io.edog.store.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHeader;

/** A place in the journal. */
record Place(Index index, Epoch epoch, String head) {
    static Place of(ClusterState state) {
        return new Place(state.index(), state.epoch(), state.head());
    }

    static Place of(StateHeader header) {
        return new Place(header.place(), new Epoch(header.epoch()), header.head());
    }
}
