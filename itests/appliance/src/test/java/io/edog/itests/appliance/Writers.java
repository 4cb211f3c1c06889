package io.edog.itests.appliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Volumes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that keep creating volumes while the appliance is being killed under them. Each write has its own idempotency
 * key and is tried under it until it is answered.
 */
final class Writers implements AutoCloseable {
    private static final long PAUSE_MS = 20;
    private static final int OPEN_LIMIT_S = 90;

    /** What was acknowledged: id by name of the volume. */
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final Rest rest;
    private final int clients;
    private final ExecutorService threads;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicInteger numbers;
    private final Map<String, String> lastWords = new ConcurrentHashMap<>();
    private final AtomicBoolean failed = new AtomicBoolean();

    Writers(Rest rest, int clients, AtomicInteger numbers) {
        this.rest = rest;
        this.clients = clients;
        this.numbers = numbers;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    void start() {
        for (int i = 0; i < clients; i++) {
            threads.execute(this::write);
        }
    }

    /** Lets each client finish the write it has begun, however long the appliance is away. */
    void finish() throws InterruptedException {
        stopping.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(OPEN_LIMIT_S, TimeUnit.SECONDS) || failed.get()) {
            throw new AssertionError(
                    "a write was never answered, or answered wrongly; the last words were " + lastWords);
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        gone.countDown();
        threads.shutdownNow();
    }

    private void write() {
        try {
            do {
                until("w" + numbers.incrementAndGet());
            } while (!stopping.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            failed.set(true);
        }
    }

    /** Tries one write under its key until it is answered. */
    private void until(String name) throws InterruptedException {
        Optional<String> id = once(name);
        while (id.isEmpty()) {
            pause();
            id = once(name);
        }
        lastWords.remove(name);
        acknowledged.put(name, id.get());
    }

    private void pause() throws InterruptedException {
        if (gone.await(PAUSE_MS * 5, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the test is over");
        }
    }

    private Optional<String> once(String name) {
        String body = Volumes.request(name);
        try {
            Rest.Reply reply = rest.send("POST", "/volumes", Optional.of(body), "Idempotency-Key", name);
            if (reply.status() == 202) {
                JsonNode task = reply.body();
                return Optional.of(task.path("subject").asText());
            }
            if (reply.status() != 503 && !starting(reply)) {
                failed.set(true);
                throw new AssertionError(name + ": " + reply.status() + " " + reply.body());
            }
            lastWords.put(name, reply.status() + " " + reply.body());
        } catch (IOException away) {
            lastWords.put(name, String.valueOf(away));
        }
        return Optional.empty();
    }

    /** The web server is there and the API not yet: its own page, no problem of the API's. */
    private static boolean starting(Rest.Reply reply) {
        return reply.status() == 404 && reply.body().isTextual();
    }
}
