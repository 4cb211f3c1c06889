package io.edog.testkit.journal;

import io.edog.api.journal.Subscription;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** A call-back that runs on a given executor at least once after each {@link #fire}; at most one call waits at a time. */
public final class Signal implements Subscription {
    private final Executor executor;
    private final Runnable callback;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean closed;

    public Signal(Executor executor, Runnable callback) {
        this.executor = executor;
        this.callback = callback;
    }

    /** Has the call-back run, soon. */
    public void fire() {
        if (!closed && waiting.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        running.lock();
        try {
            waiting.set(false);
            if (!closed) {
                callback.run();
            }
        } finally {
            running.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        running.lock();
        try {
            waiting.set(true);
        } finally {
            running.unlock();
        }
    }
}
