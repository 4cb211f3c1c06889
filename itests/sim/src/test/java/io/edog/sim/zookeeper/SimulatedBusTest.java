package io.edog.sim.zookeeper;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Subscription;
import io.edog.cluster.internal.ClusterInside;
import io.edog.testkit.bus.BusContract;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** The product's bus keeps its contract on the simulated ZooKeeper; who reads is called by the simulation, as in schedules. */
class SimulatedBusTest implements BusContract {
    private final Bridge bridge = new Bridge();
    private final Bridge.Process one = bridge.join("one");
    private final Bridge.Process two = bridge.join("two");
    private final ManagerBus manager = new BridgedManager(one.inside().managerBus());
    private final HostBus host = new BridgedHost(two.inside().hostBus());
    private final ExecutorService readers = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() throws Exception {
        bridge.close();
        readers.shutdownNow();
    }

    @Override
    public ManagerBus manager() {
        return manager;
    }

    @Override
    public HostBus host() {
        return host;
    }

    @Override
    public Epoch newEpoch() {
        return bridge.call(one.inside()::takeEpoch);
    }

    /** Readers have a thread of their own, as they may write. */
    private <T> Subscription follow(Bridge.Process process, String path, Function<byte[], T> type, Consumer<T> reader) {
        AtomicBoolean open = new AtomicBoolean(true);
        Runnable end = bridge.begin(() -> process.client()
                .follow(
                        path,
                        (node, data) -> readers.execute(() -> {
                            if (open.get()) {
                                reader.accept(type.apply(data));
                            }
                        })));
        return () -> {
            open.set(false);
            bridge.begin(() -> {
                end.run();
                return true;
            });
        };
    }

    private final class BridgedManager implements ManagerBus {
        private final ManagerBus bus;

        BridgedManager(ManagerBus bus) {
            this.bus = bus;
        }

        @Override
        public boolean publish(Assignments assignments) {
            return bridge.call(() -> bus.publish(assignments));
        }

        @Override
        public boolean forget(String name, Epoch epoch) {
            return bridge.call(() -> bus.forget(name, epoch));
        }

        @Override
        public Subscription reports(Consumer<HostReport> seen) {
            return follow(one, ClusterInside.reports() + "/*", ClusterInside::report, seen);
        }
    }

    private final class BridgedHost implements HostBus {
        private final HostBus bus;

        BridgedHost(HostBus bus) {
            this.bus = bus;
        }

        @Override
        public Subscription assignments(String name, Consumer<Assignments> changed) {
            return follow(two, ClusterInside.assignmentsOf(name), ClusterInside::assignments, changed);
        }

        @Override
        public void report(HostReport report) {
            bridge.call(() -> {
                bus.report(report);
                return true;
            });
        }
    }
}
