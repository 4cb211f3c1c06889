package io.edog.manager.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The thread that steps a manager: when woken, when a timer is due, and at least once a second. */
final class EngineLoop {
    private static final long LONGEST_MS = 1_000;
    private static final long STOP_LIMIT_MS = 5_000;

    private final Supplier<Duration> step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread = new Thread(this::run, "edog-manager");
    private boolean wake;
    private boolean stopped;

    /** @param step one step; gives how long nothing is to be done */
    EngineLoop(Supplier<Duration> step) {
        this.step = step;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Steps soon. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    void stop() throws InterruptedException {
        lock.lock();
        try {
            stopped = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
        thread.join(STOP_LIMIT_MS);
    }

    private void run() {
        boolean more = true;
        while (more) {
            more = await(step.get());
        }
    }

    private boolean await(Duration pause) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(Math.min(pause.toMillis(), LONGEST_MS));
            while (!wake && !stopped && left > 0) {
                left = woken.awaitNanos(left);
            }
            wake = false;
            return !stopped;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
