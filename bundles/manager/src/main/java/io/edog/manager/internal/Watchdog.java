package io.edog.manager.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Notices from outside when a step does not end: whatever holds it up, this manager can't lead meanwhile. */
final class Watchdog {
    private static final long NONE = Long.MIN_VALUE;
    private static final int LOOKS = 10;

    private final Duration limit;
    private final Runnable alarm;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Watchdog::daemon);
    private final AtomicLong since = new AtomicLong(NONE);

    /** @param alarm called once for each step that takes longer than the limit; it must not block */
    Watchdog(Duration limit, Runnable alarm) {
        this.limit = limit;
        this.alarm = alarm;
    }

    void start() {
        long pause = Math.max(1, limit.toMillis() / LOOKS);
        Future<?> unused = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    /** Does a step under its eyes. */
    <T> T watch(Supplier<T> step) {
        since.set(System.nanoTime());
        try {
            return step.get();
        } finally {
            since.set(NONE);
        }
    }

    private void look() {
        long begun = since.get();
        boolean late = begun != NONE && System.nanoTime() - begun > limit.toNanos();
        if (late && since.compareAndSet(begun, NONE)) {
            alarm.run();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edog-manager-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}
