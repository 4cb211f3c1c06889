package io.edog.api.journal;

import java.util.List;
import java.util.Optional;

/** Who writes. It gives liveness; safety is the epoch check of {@link Journal#append}. Thread-safe. */
public interface Leadership {
    /** This node's name. */
    String node();

    /** This node's epoch while it leads and its connection is sound; empty as soon as the connection is suspended. */
    Optional<Epoch> epoch();

    /** The leader's node name, as far as known. */
    Optional<String> leader();

    /** Names of the nodes that could lead. */
    List<String> members();

    /** Why nobody leads or the journal can't be reached, in a sentence; empty when all is well. */
    Optional<String> trouble();

    /** Gives the leadership up and stands again: after an undecided append, so that a new epoch settles it. */
    void renounce(Epoch epoch);

    /**
     * Gives the leadership to another node and waits for no time-out: leaves the election, ends this node's epoch, and enters again
     * behind the others. Does nothing if this node does not lead or stands alone.
     *
     * @return whether it was given away
     */
    boolean handOver();

    /**
     * Whether this node is willing to lead; it is until told otherwise. One that is not leaves the election at once, and is no member
     * until it is again. Never blocks; repeating it does no harm.
     */
    void willing(boolean willing);

    /** Calls back, on a thread of its own, at each change of the above. */
    Subscription onChange(Runnable changed);
}
