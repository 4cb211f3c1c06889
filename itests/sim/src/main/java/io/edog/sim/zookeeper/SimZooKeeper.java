package io.edog.sim.zookeeper;

import io.edog.sim.kernel.Strand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.zookeeper.AsyncCallback;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;
import org.objenesis.ObjenesisStd;

/**
 * ZooKeeper's client as product code holds it, without threads or sockets: each operation is a step of the simulation. Only what edog
 * uses is there; anything else fails at once. Made without its constructor, which would connect.
 */
final class SimZooKeeper extends ZooKeeper {
    private static final ObjenesisStd MAKER = new ObjenesisStd(true);

    private Session session;
    private Ensemble ensemble;
    private Party process;

    @SuppressWarnings("unused") // for the compiler: this class is made without a constructor
    private SimZooKeeper(Session session, Ensemble ensemble, Party process) throws IOException {
        super("", 0, event -> {});
        this.session = session;
        this.ensemble = ensemble;
        this.process = process;
    }

    static SimZooKeeper of(Session session, Ensemble ensemble, Party process) {
        SimZooKeeper zk = MAKER.newInstance(SimZooKeeper.class);
        zk.session = session;
        zk.ensemble = ensemble;
        zk.process = process;
        return zk;
    }

    Session session() {
        return session;
    }

    @Override
    public States getState() {
        return session.closed() ? States.CLOSED : session.connected() ? States.CONNECTED : States.CONNECTING;
    }

    @Override
    public long getSessionId() {
        return session.id();
    }

    @Override
    public byte[] getData(String path, boolean watch, @Nullable Stat stat) throws KeeperException {
        Reply reply = ask(path, List.of());
        if (!reply.ok()) {
            throw reply.exception(path);
        }
        if (stat != null) {
            stat.setVersion(reply.stat().getVersion());
            stat.setMzxid(reply.stat().getMzxid());
        }
        return reply.data();
    }

    @Override
    public void getData(String path, boolean watch, AsyncCallback.DataCallback callback, @Nullable Object context) {
        begin(
                path,
                List.of(),
                r -> callback.processResult(r.code().intValue(), path, context, r.ok() ? r.data() : null, r.stat()));
    }

    @Override
    public @Nullable Stat exists(String path, boolean watch) throws KeeperException {
        Reply reply = ask(path, List.of());
        if (reply.code() == Code.NONODE) {
            return null;
        }
        if (!reply.ok()) {
            throw reply.exception(path);
        }
        return reply.stat();
    }

    @Override
    public void exists(
            String path, @Nullable Watcher watcher, AsyncCallback.StatCallback callback, @Nullable Object context) {
        session.send(path, List.of(), r -> {
            if (watcher != null && r.code() == Code.NONODE) {
                watchOnce(path, watcher);
            }
            callback.processResult(r.code().intValue(), path, context, r.ok() ? r.stat() : null);
        });
    }

    /** If it came between the answer and now, its server had not told yet: it is told at once. */
    private void watchOnce(String path, Watcher watcher) {
        int generation = session.generation();
        List<Runnable> forget = new ArrayList<>();
        Runnable fire = () -> {
            forget.forEach(Runnable::run);
            process.deliver(ensemble.scheduler().now() + ensemble.hop(), () -> {
                if (generation == session.generation()) {
                    watcher.process(new WatchedEvent(EventType.NodeCreated, KeeperState.SyncConnected, path));
                }
            });
        };
        if (session.look(path).there()) {
            fire.run();
        } else {
            forget.add(ensemble.watch(path, session.server(), changed -> fire.run()));
        }
    }

    @Override
    public String create(String path, byte[] data, List<ACL> acl, CreateMode mode) throws KeeperException {
        write(path, Op.create(path, data, acl, mode));
        return path;
    }

    @Override
    public Stat setData(String path, byte[] data, int version) throws KeeperException {
        OpResult result = write(path, Op.setData(path, data, version)).results().get(0);
        return ((OpResult.SetDataResult) result).getStat();
    }

    @Override
    public List<OpResult> multi(Iterable<Op> ops) throws KeeperException {
        List<Op> all = new ArrayList<>();
        ops.forEach(all::add);
        String path = all.get(all.size() - 1).getPath();
        Reply reply = ask(path, all);
        if (!reply.ok()) {
            throw reply.exception(path);
        }
        return reply.results();
    }

    @Override
    public void multi(Iterable<Op> ops, AsyncCallback.MultiCallback callback, @Nullable Object context) {
        List<Op> all = new ArrayList<>();
        ops.forEach(all::add);
        String path = all.get(all.size() - 1).getPath();
        process.step("write", path);
        session.send(path, all, r -> callback.processResult(r.code().intValue(), path, context, r.results()));
    }

    @Override
    public void delete(String path, int version, AsyncCallback.VoidCallback callback, @Nullable Object context) {
        List<Op> ops = List.of(Op.delete(path, version));
        begin(path, ops, r -> callback.processResult(r.code().intValue(), path, context));
    }

    private Reply write(String path, Op op) throws KeeperException {
        Reply reply = ask(path, List.of(op));
        if (!reply.ok()) {
            throw reply.exception(path);
        }
        return reply;
    }

    /** Calls of a strand are waited for: whoever makes these waits for their answers anyway, in real time. */
    private void begin(String path, List<Op> ops, Consumer<Reply> reader) {
        if (Strand.current().isPresent()) {
            reader.accept(ask(path, ops));
        } else {
            session.send(path, ops, reader);
        }
    }

    private Reply ask(String path, List<Op> ops) {
        process.step(ops.isEmpty() ? "read" : "write", path);
        Strand me = Strand.own();
        List<Reply> reply = new ArrayList<>();
        session.send(path, ops, r -> {
            reply.add(r);
            me.wake();
        });
        while (reply.isEmpty()) {
            me.await();
        }
        return reply.get(0);
    }
}
