package io.edog.agent.internal.converge;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Jobs on threads, a bounded number of them. */
public final class ThreadJobs implements Jobs, AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final Inbox inbox;
    private final ThreadPoolExecutor threads;

    public ThreadJobs(Inbox inbox, int most) {
        this.inbox = inbox;
        this.threads =
                new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "edog-agent-job");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public boolean start(String name, Supplier<Input> work) {
        try {
            threads.execute(() -> inbox.result(work.get()));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** No more jobs; those that run are left to end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
