package io.edog.testkit.manager;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import io.edog.api.state.StoreException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A database whose next applications fail on order. */
final class FailingStore implements StateStore {
    /** So many fail before they have any effect. */
    final AtomicInteger failures = new AtomicInteger();
    /** So many take effect, and nobody is told. */
    final AtomicInteger unheard = new AtomicInteger();

    /** So many meet an error that nobody expects. */
    final AtomicInteger errors = new AtomicInteger();

    /** Done before each application. */
    volatile Runnable before = () -> {};

    private final StateStore store;
    private volatile CountDownLatch way = new CountDownLatch(0);

    FailingStore(StateStore store) {
        this.store = store;
    }

    /** From now on applications do not end, before the way is free. */
    void block() {
        way = new CountDownLatch(1);
    }

    void free() {
        way.countDown();
    }

    @Override
    public ClusterState load() {
        return store.load();
    }

    @Override
    public void apply(Entry entry, ClusterState after) {
        pass();
        fail(failures, "the disk is full");
        if (errors.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new NoClassDefFoundError("on order");
        }
        store.apply(entry, after);
        fail(unheard, "the connection broke");
    }

    private void pass() {
        before.run();
        try {
            way.await();
        } catch (InterruptedException e) {
            throw new StoreException("interrupted", e);
        }
    }

    private static void fail(AtomicInteger times, String why) {
        if (times.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new StoreException(why);
        }
    }

    @Override
    public void install(ClusterState state) {
        store.install(state);
    }

    @Override
    public List<Entry> archive(Index from, int max) {
        return store.archive(from, max);
    }

    @Override
    public Index oldest() {
        return store.oldest();
    }

    @Override
    public void prune(Index below) {
        store.prune(below);
    }
}
