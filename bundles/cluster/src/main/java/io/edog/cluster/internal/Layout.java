package io.edog.cluster.internal;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the nodes that everything else lies in. */
final class Layout {
    private static final Logger LOG = LoggerFactory.getLogger(Layout.class);

    private Layout() {}

    /** Makes what is missing. The epoch comes last: where it is, the rest is too. */
    static void ensure(ZooKeeper zk, Paths paths) throws KeeperException, InterruptedException {
        if (zk.exists(paths.epoch(), false) != null) {
            return;
        }
        for (String path : paths.layout()) {
            create(zk, path);
        }
        LOG.info("a new, empty journal was founded in ZooKeeper at {}", paths.root());
    }

    private static void create(ZooKeeper zk, String path) throws KeeperException, InterruptedException {
        try {
            zk.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        } catch (NodeExistsException e) {
            LOG.debug("{} is there already", path);
        }
    }
}
