package io.edog.itests.history.cluster;

import io.edog.api.bus.BusException;
import io.edog.api.journal.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many simulated hosts: each reports when something changed, and at each heartbeat. */
public final class SimulatedHosts implements AutoCloseable {
    private static final long HEARTBEAT_MS = 2_000;
    private static final int THREADS = 4;

    private final Bus bus;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService reporters = Executors.newFixedThreadPool(THREADS);
    private final List<Subscription> subscriptions = new ArrayList<>();

    public SimulatedHosts(Bus bus, int count) {
        this.bus = bus;
        for (int i = 0; i < count; i++) {
            SimulatedHost host = new SimulatedHost("sim" + i, bus.hosts());
            subscriptions.add(host.listen(this::report));
            long offset = i * HEARTBEAT_MS / count;
            Future<?> unused =
                    clock.scheduleAtFixedRate(() -> report(host), offset, HEARTBEAT_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void report(SimulatedHost host) {
        reporters.execute(() -> {
            try {
                host.report();
            } catch (BusException away) {
                // the next heartbeat tells it
            }
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
        reporters.shutdownNow();
        subscriptions.forEach(Subscription::close);
        bus.close();
    }
}
