package io.edog.cluster.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.Stat;

/** Sessions with a real server whose multis and reads fail on order, each failure at an exact place. */
final class FlakySessions extends Sessions {
    /** What befalls a multi; its sender sees the connection lost. */
    enum Mishap {
        /** It never arrives. */
        LOST,
        /** It is done; only the answer is lost. */
        ANSWER_LOST,
        /** It is done after the sender has looked, just before its next multi. */
        LATE
    }

    private final Queue<Mishap> mishaps = new ArrayDeque<>();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private int lostReads;

    FlakySessions(Settings settings) {
        super(settings);
    }

    /** The next multis meet these. */
    void meet(Mishap... next) {
        mishaps.addAll(List.of(next));
    }

    /** Before the next multi that meets no mishap, but after what is late, others do this. */
    void meanwhile(Runnable others) {
        meanwhile.add(others);
    }

    /** So many reads of data fail. */
    void loseReads(int reads) {
        lostReads = reads;
    }

    @Override
    ZooKeeper open(String connect, int sessionTimeout, Watcher watcher, HostProvider hosts, ZKClientConfig config)
            throws IOException {
        return new Flaky(connect, sessionTimeout, watcher, hosts, config);
    }

    private final class Flaky extends ZooKeeper {
        private final Queue<Iterable<Op>> late = new ArrayDeque<>();

        Flaky(String connect, int sessionTimeout, Watcher watcher, HostProvider hosts, ZKClientConfig config)
                throws IOException {
            super(connect, sessionTimeout, watcher, false, hosts, config);
        }

        @Override
        public List<OpResult> multi(Iterable<Op> ops) throws InterruptedException, KeeperException {
            Mishap mishap = mishaps.poll();
            if (mishap == null) {
                catchUp();
                return super.multi(ops);
            }
            switch (mishap) {
                case ANSWER_LOST -> super.multi(ops);
                case LATE -> late.add(ops);
                case LOST -> {}
            }
            throw KeeperException.create(Code.CONNECTIONLOSS);
        }

        private void catchUp() throws InterruptedException, KeeperException {
            while (!late.isEmpty()) {
                super.multi(late.remove());
            }
            while (!meanwhile.isEmpty()) {
                meanwhile.remove().run();
            }
        }

        @Override
        public byte[] getData(String path, boolean watch, Stat stat) throws KeeperException, InterruptedException {
            if (lostReads > 0) {
                lostReads--;
                throw KeeperException.create(Code.CONNECTIONLOSS);
            }
            return super.getData(path, watch, stat);
        }
    }
}
