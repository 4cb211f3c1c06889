package io.edog.rest.internal.call;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where answers are made once what they wait for has come: never on the threads that it comes from. */
public final class AnswerPool implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int QUEUE = 2000;

    private final ThreadPoolExecutor executor;

    public AnswerPool() {
        AtomicInteger number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "edog-rest-answer-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** The same future, whose dependents run here or, if it is complete already, with the one who adds them. */
    <T> CompletableFuture<T> over(CompletableFuture<T> future) {
        return future.isDone() ? future : future.whenCompleteAsync((value, failure) -> {}, executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
