package io.edog.itests.rig;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A reader and a writer that go on without a rest, and how long nothing got through; who gets no answer asks the next manager. */
final class Stall implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MS = 20;

    private final List<Rest> managers;
    private final Gap reads = new Gap();
    private final Gap writes = new Gap();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private interface Request {
        boolean done(Rest manager, long number) throws IOException;
    }

    private static final class Gap {
        private final AtomicLong last = new AtomicLong(System.nanoTime());
        private final AtomicLong longest = new AtomicLong();
        private final AtomicLong done = new AtomicLong();

        void closed() {
            long now = System.nanoTime();
            longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
            done.incrementAndGet();
        }
    }

    Stall(List<Rest> admins, String prefix) {
        managers = admins.stream().map(admin -> admin.limit(LIMIT)).toList();
        threads.execute(() -> repeat(
                reads,
                (manager, number) ->
                        manager.send("GET", "/vms", Optional.empty()).status() == 200));
        threads.execute(() -> repeat(writes, (manager, number) -> Cluster.writes(manager, prefix + number, LIMIT)));
        goOn();
    }

    /** Waits until both have got through some more. */
    void goOn() {
        long read = reads.done.get();
        long written = writes.done.get();
        await("further reads and writes")
                .atMost(PATIENCE)
                .until(() -> reads.done.get() > read + 50 && writes.done.get() > written + 50);
    }

    Duration longestRead() {
        return Duration.ofNanos(reads.longest.get());
    }

    Duration longestWrite() {
        return Duration.ofNanos(writes.longest.get());
    }

    private void repeat(Gap gap, Request request) {
        long asked = 0;
        try {
            while (!end.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                if (done(request, managers.get((int) (asked % managers.size())), gap.done.get())) {
                    gap.closed();
                } else {
                    asked++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean done(Request request, Rest manager, long number) {
        try {
            return request.done(manager, number);
        } catch (IOException noAnswer) {
            return false;
        }
    }

    @Override
    public void close() {
        end.countDown();
        threads.shutdownNow();
    }
}
