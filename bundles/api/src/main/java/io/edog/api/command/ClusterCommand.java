package io.edog.api.command;

/** What administrators want of the cluster itself. The leader decides and does it, whichever manager is asked. */
public sealed interface ClusterCommand extends Command {

    /** The leader gives the leadership to another manager, and waits for no time-out. */
    record HandOver() implements ClusterCommand {}

    /**
     * A manager is no member any more; it may come back and tell of itself anew.
     *
     * @param node its name
     * @param force also if it is still live
     */
    record RemoveManager(String node, boolean force) implements ClusterCommand {}

    /**
     * A host is gone for good; its agent may come back and tell of it anew.
     *
     * @param host its name
     */
    record RemoveHost(String host) implements ClusterCommand {}

    /** From now on entries are written in the newest format that all live managers read: there is no way back to an older version. */
    record FinalizeUpgrade() implements ClusterCommand {}
}
