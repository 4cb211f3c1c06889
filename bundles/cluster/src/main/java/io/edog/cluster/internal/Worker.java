package io.edog.cluster.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread with a name. What is given to it after its end is dropped. */
final class Worker implements Executor, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    Worker(String name) {
        thread = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread one = new Thread(task, name);
                    one.setDaemon(true);
                    return one;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** Once, after a pause. */
    void after(Duration pause, Runnable task) {
        Future<?> unused = thread.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Now and again, until the end. */
    void every(Duration pause, Runnable task) {
        Future<?> unused = thread.scheduleWithFixedDelay(task, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends it; what runs is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Waits for the end of what still runs; returns whether it came. */
    boolean ended(Duration limit) throws InterruptedException {
        return thread.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
