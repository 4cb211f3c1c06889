package io.edog.cluster.internal;

import io.edog.api.journal.Subscription;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call-back that runs on a given executor at least once after each {@link #fire}; at most one call waits at a time. */
final class Wakeup implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Wakeup.class);
    private static final long CLOSE_LIMIT_MS = 1000;

    private final Executor executor;
    private final Runnable callback;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean closed;

    Wakeup(Executor executor, Runnable callback) {
        this.executor = executor;
        this.callback = callback;
    }

    void fire() {
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
        } catch (RuntimeException e) {
            LOG.error("a call-back failed", e);
        } finally {
            running.unlock();
        }
    }

    /** Waits for a call that has begun, so that none is seen to begin later; for a short time only, as it may wait for us. */
    @Override
    public void close() {
        closed = true;
        try {
            if (running.tryLock(CLOSE_LIMIT_MS, TimeUnit.MILLISECONDS)) {
                running.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
