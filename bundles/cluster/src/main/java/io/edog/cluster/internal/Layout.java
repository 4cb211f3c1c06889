package io.edog.cluster.internal;

import java.util.List;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.Quotas;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the nodes that everything else lies in, and closes to strangers what ZooKeeper itself brings along. */
final class Layout {
    private static final Logger LOG = LoggerFactory.getLogger(Layout.class);
    private static final List<String> OF_ZOOKEEPER =
            List.of("/", "/zookeeper", Quotas.quotaZookeeper, ZooDefs.CONFIG_NODE);

    private Layout() {}

    /** Makes what is missing. The epoch comes last: where it is, the rest is too, but for what a later version added. */
    static void ensure(ZooKeeper zk, Settings settings) throws KeeperException, InterruptedException {
        Paths paths = settings.paths();
        if (zk.exists(paths.epoch(), false) != null && zk.exists(paths.voters(), false) != null) {
            return;
        }
        List<ACL> acl = settings.access().acl();
        if (settings.managed() && settings.access().secret().isPresent()) {
            close(zk, acl);
        }
        for (String path : paths.layout()) {
            create(zk, path, acl);
        }
        LOG.info("a new, empty journal was founded in ZooKeeper at {}", paths.root());
    }

    private static void close(ZooKeeper zk, List<ACL> acl) throws KeeperException, InterruptedException {
        for (String path : OF_ZOOKEEPER) {
            zk.setACL(path, acl, -1);
        }
    }

    private static void create(ZooKeeper zk, String path, List<ACL> acl) throws KeeperException, InterruptedException {
        try {
            zk.create(path, new byte[0], acl, CreateMode.PERSISTENT);
        } catch (NodeExistsException e) {
            LOG.debug("{} is there already", path);
        }
    }
}
