package io.edog.itests.history.client;

import io.edog.itests.history.cluster.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many clients, through all managers of a cluster. */
public final class Clients implements AutoCloseable {
    private static final int LAST_ANSWER_LIMIT_S = 90;

    private final ExecutorService threads;
    private final Phase phase = new Phase();

    /**
     * Starts them.
     *
     * @param token what they log in with
     * @param patience how long one waits for an answer before it asks another manager
     * @param run a word that is in the names of all they make
     * @param vms ids of the VMs they rename
     */
    public Clients(
            Cluster cluster,
            int count,
            String token,
            Duration patience,
            String run,
            List<String> vms,
            Recorder recorder,
            long seed) {
        threads = Executors.newFixedThreadPool(count);
        Work work = new Work(run, vms);
        for (int i = 0; i < count; i++) {
            List<Endpoint> endpoints = cluster.managers().stream()
                    .map(manager -> new Endpoint(
                            manager, cluster.rest(manager).with(token).limit(patience)))
                    .toList();
            threads.execute(new Client(i, endpoints, work, recorder, seed + i, phase));
        }
    }

    /** One more client, which creates one volume at one manager and asks no other; done when it was answered. */
    public static CompletableFuture<Void> create(int number, String volume, Endpoint at, Recorder recorder) {
        Client client = new Client(number, List.of(at), new Work("", List.of()), recorder, number, new Phase());
        return CompletableFuture.runAsync(() -> {
            try {
                client.perform(Request.create(volume));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Lets each finish the operation it has begun. */
    public void finish() throws InterruptedException {
        phase.stop();
        threads.shutdown();
        if (!threads.awaitTermination(LAST_ANSWER_LIMIT_S, TimeUnit.SECONDS)) {
            throw new AssertionError("clients do not end");
        }
    }

    @Override
    public void close() {
        phase.go();
        threads.shutdownNow();
    }
}
