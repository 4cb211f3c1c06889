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

    private static final long FREE_MIB = 60_000;

    private final List<Bus> buses;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService reporters = Executors.newFixedThreadPool(THREADS);
    private final List<Subscription> subscriptions = new ArrayList<>();

    private volatile int mark;

    /** Hosts on one connection. */
    public SimulatedHosts(Bus bus, int count) {
        this(List.of(bus), count);
    }

    /** Hosts that share some connections. */
    public SimulatedHosts(List<Bus> buses, int count) {
        this.buses = List.copyOf(buses);
        for (int i = 0; i < count; i++) {
            SimulatedHost host =
                    new SimulatedHost("sim" + i, buses.get(i % buses.size()).hosts());
            subscriptions.add(host.listen(this::report));
            long offset = i * HEARTBEAT_MS / count;
            Future<?> unused =
                    clock.scheduleAtFixedRate(() -> report(host), offset, HEARTBEAT_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** From now on, reports carry a mark: it shows in the hosts' free memory. */
    public void mark(int next) {
        mark = next;
    }

    /** The free memory that hosts report under a mark. */
    public static long freeMiB(int mark) {
        return FREE_MIB + mark;
    }

    private void report(SimulatedHost host) {
        reporters.execute(() -> {
            try {
                host.report(freeMiB(mark));
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
        buses.forEach(Bus::close);
    }
}
