package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import java.time.Instant;
import java.util.List;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.BadVersionException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** The epoch is the version of one ZooKeeper node: whoever writes the node has the next one, and all before it are over. */
final class EpochRegister {
    private final Settings settings;

    EpochRegister(Settings settings) {
        this.settings = settings;
    }

    /** Takes the next epoch. Fails with BadVersion if another node took it at the same time. */
    Term take(ZooKeeper zk) throws KeeperException, InterruptedException {
        Layout.ensure(zk, settings);
        String path = settings.paths().epoch();
        Stat now = zk.exists(path, false);
        if (now == null) {
            throw KeeperException.create(KeeperException.Code.NONODE, path);
        }
        Reign mine = Reign.of(settings.node(), Instant.now(), zk.getSessionId());
        Stat taken = zk.setData(path, mine.wire(), now.getVersion());
        return new Term(new Epoch(taken.getVersion()), zk);
    }

    /** Whether an epoch is still the newest; a quorum's word, as a multi is a write even if it only checks. */
    boolean confirms(ZooKeeper zk, Epoch epoch) throws KeeperException, InterruptedException {
        try {
            zk.multi(List.of(check(settings.paths(), epoch)));
            return true;
        } catch (BadVersionException e) {
            return false;
        }
    }

    /** What makes a multi fail when an epoch is over. The epoch must be at least 1: ZooKeeper takes -1 for "any". */
    static Op check(Paths paths, Epoch epoch) {
        return Op.check(paths.epoch(), Math.toIntExact(epoch.value()));
    }
}
