package io.edog.cluster.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.BadVersionException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * A node with one writer and only its newest content. It is written by version, so that a request that was given up and comes
 * late can't undo a newer one. Thread-safe.
 */
final class Cell {
    private static final int ABSENT = -1;
    private static final int ANY = -1;

    private final Connection connection;
    private final String path;
    private OptionalInt version = OptionalInt.empty();

    Cell(Connection connection, String path) {
        this.connection = connection;
        this.path = path;
    }

    /**
     * Replaces the content.
     *
     * @param guard what must hold in the same instant
     * @return whether the guard held
     * @throws io.edog.api.journal.JournalException if it can't be known or done in time
     */
    synchronized boolean put(byte[] content, Optional<Op> guard) {
        return Reads.retrying(
                connection,
                connection.settings().limits().bus(),
                path + " can't be written",
                (zk, deadline) -> once(zk, content, guard));
    }

    /**
     * Removes the node, if it is there, whatever it holds.
     *
     * @param guard what must hold in the same instant
     * @return whether the guard held
     * @throws io.edog.api.journal.JournalException if it can't be known or done in time
     */
    synchronized boolean remove(Op guard) {
        version = OptionalInt.empty();
        return Reads.retrying(
                connection,
                connection.settings().limits().bus(),
                path + " can't be removed",
                (zk, deadline) -> removeOnce(zk, guard));
    }

    private boolean removeOnce(ZooKeeper zk, Op guard) throws KeeperException, InterruptedException {
        try {
            zk.multi(List.of(guard, Op.delete(path, ANY)));
            return true;
        } catch (BadVersionException | NoNodeException e) {
            return !failed(e.getResults().get(0));
        }
    }

    /** Fails, and may be tried again, if the version was not the one remembered. */
    private boolean once(ZooKeeper zk, byte[] content, Optional<Op> guard)
            throws KeeperException, InterruptedException {
        int expected = version.isPresent() ? version.getAsInt() : look(zk);
        version = OptionalInt.empty();
        try {
            List<OpResult> results = zk.multi(ops(expected, content, guard));
            version = OptionalInt.of(written(results.get(results.size() - 1)));
            return true;
        } catch (BadVersionException | NoNodeException | NodeExistsException e) {
            if (guard.isPresent() && failed(e.getResults().get(0))) {
                return false;
            }
            Layout.ensure(zk, connection.settings());
            throw e;
        }
    }

    private int look(ZooKeeper zk) throws KeeperException, InterruptedException {
        Stat stat = zk.exists(path, false);
        return stat == null ? ABSENT : stat.getVersion();
    }

    private List<Op> ops(int expected, byte[] content, Optional<Op> guard) {
        List<Op> ops = new ArrayList<>(guard.stream().toList());
        ops.add(
                expected == ABSENT
                        ? Op.create(
                                path, content, connection.settings().access().acl(), CreateMode.PERSISTENT)
                        : Op.setData(path, content, expected));
        return ops;
    }

    private static int written(OpResult result) {
        return result instanceof OpResult.SetDataResult set ? set.getStat().getVersion() : 0;
    }

    private static boolean failed(OpResult result) {
        return result instanceof OpResult.ErrorResult error && error.getErr() != Code.OK.intValue();
    }
}
