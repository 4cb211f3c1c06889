package io.edog.agent.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that may never come back, each on a thread that can be done without: its caller waits no longer than the call's
 * limit. As many may hang as there are threads; beyond that, calls fail at once.
 */
public final class TimedCalls implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    /**
     * None run yet.
     *
     * @param name of the threads
     * @param most how many calls may be open at a time
     */
    public TimedCalls(String name, int most) {
        threads = new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes a call.
     *
     * @param what is done, for messages
     * @throws CallTimeoutException if it does not come back in time; it may still go on
     */
    public <T> T call(String what, Duration limit, Callable<T> call) {
        return await(what, limit, start(what, call));
    }

    /** Begins a call that someone will {@linkplain #await wait} for, perhaps more than once. */
    public <T> Future<T> start(String what, Callable<T> call) {
        try {
            return threads.submit(call);
        } catch (RejectedExecutionException e) {
            throw full(what, e);
        }
    }

    /** Begins a call that nobody waits for. */
    public void leave(String what, Runnable call) {
        try {
            threads.execute(call);
        } catch (RejectedExecutionException e) {
            throw full(what, e);
        }
    }

    private CallTimeoutException full(String what, RejectedExecutionException e) {
        return new CallTimeoutException(what + ": " + threads.getActiveCount() + " calls do not come back", e);
    }

    /** Waits for a call, at most its limit. */
    public <T> T await(String what, Duration limit, Future<T> call) {
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CallTimeoutException(what + " took more than " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallTimeoutException(what + " was cut off", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(what + " failed", e.getCause());
        }
    }

    /** No further calls; those that hang are left to their fate. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
