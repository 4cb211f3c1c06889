package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import org.apache.zookeeper.ZooKeeper;

/**
 * An epoch this node took, and the session it took it in. It lives no longer than the session, so that whoever reads the journal
 * under it reads it in the very session that wrote the epoch: not older than that.
 */
record Term(Epoch epoch, ZooKeeper session) {
    boolean sound(ZooKeeper newest) {
        return session == newest && session.getState() == ZooKeeper.States.CONNECTED;
    }
}
