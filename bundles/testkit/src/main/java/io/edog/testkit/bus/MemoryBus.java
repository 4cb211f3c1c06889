package io.edog.testkit.bus;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.BusException;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Subscription;
import io.edog.api.json.Json;
import io.edog.testkit.journal.MemoryEnsemble;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Both ends of the bus in memory, with faults on order. Thread-safe. */
public final class MemoryBus implements ManagerBus, HostBus {
    private static final int MOST_BYTES = 1024 * 1024;

    private final MemoryEnsemble ensemble;
    private final Board<Assignments> assignments;
    private final Board<HostReport> reports;
    private volatile boolean reachable = true;

    /**
     * A bus of a simulated cluster.
     *
     * @param executor runs the call-backs
     */
    public MemoryBus(MemoryEnsemble ensemble, Executor executor) {
        this.ensemble = ensemble;
        this.assignments = new Board<>(executor);
        this.reports = new Board<>(executor);
    }

    /** While it can't be reached, publishing and reporting fail and nothing is told; what was last said is told after it. */
    public void reachable(boolean can) {
        reachable = can;
        assignments.tell(can);
        reports.tell(can);
    }

    @Override
    public boolean publish(Assignments next) {
        check();
        Epoch epoch = next.epoch();
        return assignments.putIf(() -> ensemble.newest(epoch), next.host(), next);
    }

    @Override
    public boolean forget(String host, Epoch epoch) {
        check();
        return assignments.removeIf(() -> ensemble.newest(epoch), host)
                && reports.removeIf(() -> ensemble.newest(epoch), host);
    }

    @Override
    public Subscription reports(Consumer<HostReport> seen) {
        return reports.follow(host -> true, seen);
    }

    @Override
    public Subscription assignments(String host, Consumer<Assignments> changed) {
        return assignments.follow(host::equals, changed);
    }

    @Override
    public void report(HostReport report) {
        check();
        int size = Json.write(report).getBytes(StandardCharsets.UTF_8).length;
        if (size > MOST_BYTES) {
            throw new BusException("the report of host " + report.host() + " has " + size + " bytes, at most "
                    + MOST_BYTES + " are allowed");
        }
        reports.putIf(() -> true, report.host(), report);
    }

    private void check() {
        if (!reachable) {
            throw new BusException("the bus can't be reached");
        }
    }
}
