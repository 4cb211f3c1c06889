package io.edog.cluster.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.ZooKeeper;

/** What was noted of voters when they were taken in: where clients find them, which ZooKeeper's own configuration does not say over TLS. */
final class VoterNotes {
    private VoterNotes() {}

    static Map<Integer, String> read(ZooKeeper zk, Paths paths) throws KeeperException, InterruptedException {
        Map<Integer, String> notes = new HashMap<>();
        try {
            for (String id : zk.getChildren(paths.voters(), false)) {
                byte[] client = zk.getData(paths.voters() + "/" + id, false, null);
                notes.put(Integer.valueOf(id), new String(client, StandardCharsets.UTF_8));
            }
        } catch (NoNodeException e) {
            // a place that was not founded yet has no notes, and one that goes just now is none
        }
        return notes;
    }

    static void write(ZooKeeper zk, Settings settings, int id, String client)
            throws KeeperException, InterruptedException {
        Layout.ensure(zk, settings);
        String path = settings.paths().voter(id);
        byte[] data = client.getBytes(StandardCharsets.UTF_8);
        try {
            zk.create(path, data, settings.access().acl(), CreateMode.PERSISTENT);
        } catch (NodeExistsException e) {
            zk.setData(path, data, -1);
        }
    }

    static void forget(ZooKeeper zk, Paths paths, int id) throws KeeperException, InterruptedException {
        try {
            zk.delete(paths.voter(id), -1);
        } catch (NoNodeException e) {
            // most have none
        }
    }
}
