package io.edog.sim.zookeeper;

import io.edog.cluster.internal.ClusterInside;
import io.edog.sim.kernel.Dice;
import io.edog.sim.kernel.Faults;
import io.edog.sim.kernel.Scheduler;
import io.edog.sim.kernel.Strand;
import io.edog.sim.kernel.Trace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets tests that know nothing of virtual time use a simulated ZooKeeper in which nothing goes wrong: their calls become strands, and
 * virtual time goes on a little whenever real time does.
 */
final class Bridge implements AutoCloseable {
    private static final long TICK = 20_000_000;

    private final LinkedBlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
    private final ExecutorService crew = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bridge-strand");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread driver = new Thread(this::drive, "bridge");
    private final CompletableFuture<Ensemble> ensemble = new CompletableFuture<>();
    private volatile boolean closed;

    Bridge() {
        driver.setDaemon(true);
        driver.start();
    }

    private void drive() {
        Scheduler scheduler = new Scheduler(crew, (who, e) -> e.printStackTrace());
        Dice dice = new Dice(1);
        Trace trace = new Trace(false);
        Faults faults = new Faults(dice, trace, fault -> false);
        Ensemble made = new Ensemble(scheduler, dice, faults, trace, new Quiet(), 3);
        made.found(ClusterInside.layout());
        ensemble.complete(made);
        tick(scheduler);
        scheduler.run();
    }

    /** Real time goes on while nothing is asked. */
    private void tick(Scheduler scheduler) {
        if (closed) {
            scheduler.stop();
            return;
        }
        try {
            Runnable call = calls.poll(1, TimeUnit.MILLISECONDS);
            while (call != null) {
                call.run();
                call = calls.poll();
            }
        } catch (InterruptedException e) {
            scheduler.stop();
        }
        scheduler.after(TICK, () -> tick(scheduler));
    }

    private Ensemble ensemble() {
        return ensemble.join();
    }

    /** A process of its own: its client, and the parts of the product that use it. */
    record Process(Client client, ClusterInside inside) {}

    Process join(String name) {
        return begin(() -> {
            Client client = new Client(ensemble(), new Plain(name), 1_500_000_000L, 2_000_000_000L, () -> {});
            ClusterInside inside = new ClusterInside(
                    name,
                    client::zooKeeper,
                    new ClusterInside.Time(ensemble().scheduler()::now, this::pause),
                    Map.of());
            return new Process(client, inside);
        });
    }

    private boolean pause(Duration pause) {
        Strand.own().sleepUntil(ensemble().scheduler().now() + pause.toNanos());
        return true;
    }

    /** Does something as product code does, on a strand. */
    <T> T call(Supplier<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        calls.add(() -> ensemble().scheduler().begin("call", () -> 0, () -> {
            try {
                result.complete(body.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }));
        return get(result);
    }

    /** Does something that takes no virtual time, between two events. */
    <T> T begin(Supplier<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        calls.add(() -> result.complete(body.get()));
        return get(result);
    }

    private static <T> T get(CompletableFuture<T> result) {
        try {
            return result.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        driver.join(5_000);
        crew.shutdown();
    }

    /** A process to which nothing happens. */
    private final class Plain implements Party {
        private final String name;

        Plain(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void step(String verb, Object what) {}

        @Override
        public void deliver(long at, Runnable action) {
            ensemble().scheduler().at(at, action);
        }
    }

    private static final class Quiet implements Ensemble.Witness {
        @Override
        public void committed(String path, Optional<byte[]> data, int version) {}

        @Override
        public void uncertain(String path) {}
    }
}
