package io.edog.itests.history.bench;

import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Writes through every manager but one at once, each trying again until it is accepted. */
final class Probe implements AutoCloseable {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(2);
    private static final long LIMIT_S = 60;

    private final List<Rest> rests;
    private final String vm;
    private final AtomicLong numbers = new AtomicLong();
    private final ExecutorService threads;

    Probe(Cluster cluster, String token, String vm, String without) {
        this.vm = vm;
        this.rests = cluster.managers().stream()
                .filter(manager -> !manager.equals(without))
                .map(manager -> cluster.rest(manager).with(token).limit(REQUEST_LIMIT))
                .toList();
        this.threads = Executors.newFixedThreadPool(rests.size());
    }

    /** When the first of them was accepted, in ns. */
    long accepted() throws Exception {
        List<Callable<Long>> writes =
                rests.stream().<Callable<Long>>map(rest -> () -> write(rest)).toList();
        return threads.invokeAny(writes, LIMIT_S, TimeUnit.SECONDS);
    }

    private long write(Rest rest) throws InterruptedException {
        String name = "probe-" + System.nanoTime() + "-" + numbers.incrementAndGet();
        String body = Rest.JSON.createObjectNode().put("name", name).toString();
        while (!Thread.interrupted()) {
            try {
                int status = rest.send("PATCH", "/vms/" + vm, Optional.of(body), "Idempotency-Key", name)
                        .status();
                if (status == 200) {
                    return System.nanoTime();
                }
            } catch (IOException away) {
                // tried again
            }
        }
        throw new InterruptedException("another was faster");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
