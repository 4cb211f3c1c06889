package io.edog.rbac.internal;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Few threads and a bounded queue for password hashing, so that log-ins can't eat the processors or the memory. */
final class HashingPool implements AutoCloseable {
    private static final Problem BUSY = new Problem(
            "busy",
            "Too many log-ins at once",
            503,
            "More log-ins and password changes are waiting than this manager takes.",
            Optional.empty(),
            Optional.of("Try again in a few seconds."));

    private final ThreadPoolExecutor executor;

    HashingPool(int threads, int queue) {
        AtomicInteger number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), task -> {
                    Thread thread = new Thread(task, "edog-rbac-hash-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Runs a computation soon, or fails with a 503 problem when too many wait already. */
    <T> CompletableFuture<T> run(Supplier<T> computation) {
        try {
            return CompletableFuture.supplyAsync(computation, executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new ProblemException(BUSY));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
