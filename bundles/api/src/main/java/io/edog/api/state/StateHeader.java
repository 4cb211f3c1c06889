package io.edog.api.state;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.time.Instant;

/**
 * The first line of an exported state: what it is a state of.
 *
 * @param format version of the form, never guessed; see {@link StateCodec#FORMAT}
 * @param cluster the name of the cluster it was taken from
 * @param index index of the last entry in it
 * @param epoch epoch of that entry
 * @param head hash of that entry, which the next one names
 * @param hash its state hash, in hexadecimal digits
 * @param objects how many objects follow
 * @param at when it was taken, by the clock of who took it
 */
public record StateHeader(
        int format, String cluster, long index, long epoch, String head, String hash, long objects, Instant at) {
    static StateHeader of(ClusterState state, String cluster, long objects, Instant at) {
        return new StateHeader(
                StateCodec.FORMAT,
                cluster,
                state.index().value(),
                state.epoch().value(),
                state.head(),
                state.hash().hex(),
                objects,
                at);
    }

    /** The state hash of the objects. */
    public StateHash stateHash() {
        return new StateHash(hash);
    }

    /** The place in the journal: the index of the last entry in it. */
    public Index place() {
        return new Index(index);
    }

    /** These objects, moved to the place that this header tells. */
    ClusterState place(ClusterState state) {
        return state.at(new Index(index), new Epoch(epoch), head);
    }
}
