package io.edog.sim.zookeeper;

import io.edog.sim.kernel.Dice;
import io.edog.sim.kernel.Fault;
import io.edog.sim.kernel.Faults;
import io.edog.sim.kernel.Scheduler;
import io.edog.sim.kernel.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.zookeeper.Op;

/** The servers together: one order of transactions, and several views of it that lag behind. */
public final class Ensemble {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final double STALE_CHANCE = 0.01;

    private final Scheduler scheduler;
    private final Dice dice;
    private final Faults faults;
    private final Trace trace;
    private final Witness witness;
    private final Tree tree = new Tree();
    private final List<Server> servers = new ArrayList<>();
    private final Map<String, List<Watch>> watches = new HashMap<>();
    private final List<List<String>> changes = new ArrayList<>();
    private long sessions;

    /** Told of each change, in the one order. */
    public interface Witness {
        /** A node has this content now; without data it is gone. */
        void committed(String path, Optional<byte[]> data, int version);

        /** The connection broke while this was to be written, and its writer does not know whether it was. */
        void uncertain(String path);
    }

    /** Someone to be told when a server applies a change of a node. */
    private record Watch(Server server, Consumer<String> fires) {}

    public Ensemble(Scheduler scheduler, Dice dice, Faults faults, Trace trace, Witness witness, int size) {
        this.scheduler = scheduler;
        this.dice = dice;
        this.faults = faults;
        this.trace = trace;
        this.witness = witness;
        for (int i = 1; i <= size; i++) {
            servers.add(new Server("zk" + i));
        }
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Dice dice() {
        return dice;
    }

    Faults faults() {
        return faults;
    }

    Trace trace() {
        return trace;
    }

    Tree tree() {
        return tree;
    }

    long nextSession() {
        return ++sessions;
    }

    /** One way through the network. */
    long hop() {
        return dice.skewed(60 * MICRO, 3 * MILLI);
    }

    Server anyServer() {
        return dice.pick(servers);
    }

    /** Agrees on a transaction; it reaches each server in its time. */
    Tree.Committed commit(List<Op> ops) {
        Tree.Committed committed = tree.commit(ops);
        changes.add(committed.changed());
        long now = scheduler.now();
        for (Server server : servers) {
            if (faults.strikes(Fault.STALE, STALE_CHANCE, server.name())) {
                server.lagUntil(now + dice.skewed(20 * MILLI, 2_000 * MILLI));
            }
            server.learn(now + dice.skewed(20 * MICRO, 4 * MILLI));
        }
        for (String path : committed.changed()) {
            Tree.Version version = tree.newest(path);
            witness.committed(path, version.data(), version.version());
            tell(path, committed.zxid());
        }
        return committed;
    }

    void lost(String path) {
        witness.uncertain(path);
    }

    /** All servers have everything. */
    public void heal() {
        servers.forEach(server -> server.heal(scheduler.now()));
    }

    /** Makes nodes as they are in an ensemble that was used before. */
    public void found(List<String> paths) {
        for (String path : paths) {
            Op create = Op.create(path, new byte[0], List.of(), org.apache.zookeeper.CreateMode.PERSISTENT);
            changes.add(tree.commit(List.of(create)).changed());
            servers.forEach(server -> server.learn(0));
        }
    }

    /** Calls back each time a server applies a change of a node, or, with {@code /*} at the end, of one below; the call returned ends that. */
    Runnable watch(String path, Server server, Consumer<String> fires) {
        Watch watch = new Watch(server, fires);
        List<Watch> those = watches.computeIfAbsent(path, p -> new ArrayList<>());
        those.add(watch);
        for (long zxid = server.applied(scheduler.now()) + 1; zxid <= tree.zxid(); zxid++) {
            for (String changed : changes.get((int) zxid - 1)) {
                if (changed.equals(path) || (parent(changed) + "/*").equals(path)) {
                    tell(List.of(watch), changed, zxid);
                }
            }
        }
        return () -> those.remove(watch);
    }

    private void tell(String path, long zxid) {
        tell(watches.getOrDefault(path, List.of()), path, zxid);
        tell(watches.getOrDefault(parent(path) + "/*", List.of()), path, zxid);
    }

    private void tell(List<Watch> those, String path, long zxid) {
        for (Watch watch : List.copyOf(those)) {
            scheduler.at(watch.server().appliedAt(zxid), () -> watch.fires().accept(path));
        }
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
