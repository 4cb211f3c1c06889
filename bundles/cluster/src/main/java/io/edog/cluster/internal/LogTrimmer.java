package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.zookeeper.AsyncCallback;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.BadVersionException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets old entries: first the mark is raised under the epoch, then the entries below it are deleted. A trim that is cut short
 * leaves entries below the mark; the next one goes on where it ended.
 */
final class LogTrimmer {
    private static final Logger LOG = LoggerFactory.getLogger(LogTrimmer.class);

    private final Connection connection;
    private final Paths paths;

    LogTrimmer(Connection connection) {
        this.connection = connection;
        this.paths = connection.paths();
    }

    boolean trim(Epoch epoch, Index upTo) {
        if (epoch.value() < 1) {
            return false;
        }
        return Reads.retrying(
                connection,
                connection.settings().limits().trim(),
                "the journal can't be trimmed",
                (zk, deadline) -> trim(zk, deadline, epoch, upTo));
    }

    private boolean trim(ZooKeeper zk, Deadline deadline, Epoch epoch, Index upTo)
            throws KeeperException, InterruptedException {
        TrimMark.Versioned before = TrimMark.read(zk, paths);
        TrimMark mark = new TrimMark(
                Math.max(before.mark().upTo(), upTo.value()), before.mark().swept());
        try {
            zk.multi(raise(epoch, mark, before));
        } catch (BadVersionException | NoNodeException e) {
            return refused(e, upTo);
        }
        sweep(zk, deadline, mark);
        return true;
    }

    private List<Op> raise(Epoch epoch, TrimMark mark, TrimMark.Versioned before) {
        Op check = EpochRegister.check(paths, epoch);
        if (mark.equals(before.mark())) {
            return List.of(check);
        }
        Op there = Op.check(paths.entry(new Index(mark.upTo())), -1);
        return List.of(check, there, Op.setData(paths.trimmed(), mark.wire(), before.version()));
    }

    private static boolean refused(KeeperException e, Index upTo) throws KeeperException {
        List<OpResult> results = e.getResults();
        if (errorOf(results.get(0)) != Code.OK.intValue()) {
            return false;
        }
        if (errorOf(results.get(1)) == Code.NONODE.intValue()) {
            throw new IllegalArgumentException(
                    "the journal can't be trimmed up to " + upTo + ", there is no such entry");
        }
        throw e;
    }

    private static int errorOf(OpResult result) {
        return result instanceof OpResult.ErrorResult error ? error.getErr() : Code.OK.intValue();
    }

    private void sweep(ZooKeeper zk, Deadline deadline, TrimMark mark) throws KeeperException, InterruptedException {
        long next = mark.swept() + 1;
        while (next <= mark.upTo()) {
            long end = Math.min(mark.upTo(), next + connection.settings().trimBatch() - 1);
            if (!delete(zk, deadline, next, end)) {
                LOG.info("the journal is trimmed up to {}, deleted up to {}", mark.upTo(), next - 1);
                break;
            }
            next = end + 1;
        }
        if (mark.swept() < next - 1) {
            swept(zk, new TrimMark(mark.upTo(), next - 1));
        }
    }

    /** Deletes a batch; false if that could not be seen to be done in time. */
    private boolean delete(ZooKeeper zk, Deadline deadline, long from, long to) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(Math.toIntExact(to - from + 1));
        AtomicBoolean failed = new AtomicBoolean();
        AsyncCallback.VoidCallback deleted = (rc, path, context) -> {
            if (rc != Code.OK.intValue() && rc != Code.NONODE.intValue()) {
                failed.set(true);
            }
            open.countDown();
        };
        LongStream.rangeClosed(from, to).forEach(i -> zk.delete(paths.entry(new Index(i)), -1, deleted, null));
        long limit = Math.min(
                deadline.leftNanos(), connection.settings().requestTimeout().toNanos());
        return open.await(limit, TimeUnit.NANOSECONDS) && !failed.get();
    }

    private void swept(ZooKeeper zk, TrimMark mark) throws KeeperException, InterruptedException {
        TrimMark.Versioned now = TrimMark.read(zk, paths);
        if (now.mark().upTo() == mark.upTo()) {
            try {
                zk.setData(paths.trimmed(), mark.wire(), now.version());
            } catch (BadVersionException e) {
                LOG.debug("another trim went on meanwhile", e);
            }
        }
    }
}
