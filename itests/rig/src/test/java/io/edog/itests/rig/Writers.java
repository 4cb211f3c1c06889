package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Clients that rename VMs, each through the next manager; what is not answered is asked of another one under the same key. */
final class Writers implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final int PAUSE_MS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private volatile List<Rest> managers = List.of();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    /** Never counted down: what is begun is brought to its end, unless it is interrupted. */
    private final CountDownLatch pause = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final String token;

    /** Begins to write through one manager; a client of its own for each VM that is made for it. */
    Writers(Rest admin) {
        token = admin.token().orElseThrow();
        join(admin);
        for (int client = 0; client < CLIENTS; client++) {
            String vm = vm(admin, "written-" + client);
            String prefix = "w" + client + "-";
            threads.execute(() -> write(vm, prefix));
        }
    }

    private static String vm(Rest admin, String name) {
        admin.post("/volumes", "{\"name\":\"" + name + "\",\"sizeBytes\":1048576}")
                .expect(202);
        String body = Rest.JSON
                .createObjectNode()
                .put("name", name)
                .put("cpus", 1)
                .put("memoryMiB", 64)
                .put("bootVolume", name)
                .put("start", false)
                .toString();
        return admin.post("/vms", body).expect(202).text("subject");
    }

    /** Another manager to write through. */
    void join(Rest manager) {
        managers = Stream.concat(
                        managers.stream(), Stream.of(manager.with(token).limit(LIMIT)))
                .toList();
    }

    /** Only this manager is left to write through. */
    void only(Rest manager) {
        managers = List.of(manager.with(token).limit(LIMIT));
    }

    /** How many writes were acknowledged so far. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** What the slowest write took until it was acknowledged, since this was last asked. */
    Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    /** Ends the writing: nothing was given up or refused. */
    void finish() throws InterruptedException {
        end.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(failed).as("writes that were refused or never acknowledged").isEmpty();
    }

    /** By the journal of a manager each acknowledged write is there, and once. */
    void verify(Rest manager) {
        Map<String, Integer> written = new HashMap<>();
        for (JsonNode entry : manager.with(token).all("/journal?limit=1000", "from")) {
            if (!entry.path("by").asText().equals("system")) {
                entry.path("changes")
                        .forEach(change -> written.merge(change.findPath("name").asText(), 1, Integer::sum));
            }
        }
        assertThat(acknowledged)
                .allSatisfy(name -> assertThat(written.get(name)).as(name).isEqualTo(1));
    }

    @Override
    public void close() {
        end.countDown();
        threads.shutdownNow();
    }

    private void write(String vm, String prefix) {
        try {
            for (int i = 0; !end.await(PAUSE_MS, TimeUnit.MILLISECONDS); i++) {
                until(vm, prefix + i, i);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void until(String vm, String name, int first) throws InterruptedException {
        long begun = System.nanoTime();
        for (int attempt = first; System.nanoTime() - begun < PATIENCE.toNanos(); attempt++) {
            if (rename(manager(attempt), vm, name)) {
                longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
                return;
            }
            pause.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        }
        failed.add(name + " for " + PATIENCE);
    }

    private Rest manager(int attempt) {
        List<Rest> known = managers;
        return known.get(attempt % known.size());
    }

    /** Whether that settled it. */
    private boolean rename(Rest manager, String vm, String name) {
        try {
            String body = Rest.JSON.createObjectNode().put("name", name).toString();
            Rest.Reply reply = manager.send("PATCH", "/vms/" + vm, Optional.of(body), "Idempotency-Key", name);
            if (reply.status() == 200) {
                acknowledged.add(name);
            } else if (reply.status() != 503 && !reply.body().isTextual()) {
                failed.add(name + " was answered with " + reply.status() + " " + reply.body());
            } else {
                return false;
            }
            return true;
        } catch (IOException away) {
            return false;
        }
    }
}
