package io.edog.cluster.internal;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.BusException;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.JournalException;
import io.edog.api.journal.Subscription;
import io.edog.api.json.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.zookeeper.Op;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The managers' end of the bus on ZooKeeper. */
@Component(service = ManagerBus.class)
public final class ZkManagerBus implements ManagerBus {
    private final Connection connection;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();
    private final Worker thread = new Worker("edog-manager-bus");

    @Activate
    public ZkManagerBus(@Reference Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean publish(Assignments assignments) {
        if (assignments.epoch().value() < 1) {
            return false;
        }
        String path = connection.paths().assignments(assignments.host());
        try {
            return desks.computeIfAbsent(path, p -> new Desk(new Cell(connection, p)))
                    .publish(assignments);
        } catch (JournalException e) {
            throw new BusException(
                    "assignments of host " + assignments.host() + " can't be published: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean forget(String host, Epoch epoch) {
        if (epoch.value() < 1) {
            return false;
        }
        String assignments = connection.paths().assignments(host);
        Op guard = EpochRegister.check(connection.paths(), epoch);
        desks.remove(assignments);
        try {
            return new Cell(connection, assignments).remove(guard)
                    && new Cell(connection, connection.paths().report(host)).remove(guard);
        } catch (JournalException e) {
            throw new BusException("host " + host + " can't be forgotten: " + e.getMessage(), e);
        }
    }

    @Override
    public Subscription reports(Consumer<HostReport> seen) {
        return new Inbox<>(connection.curator(), connection.paths().reports(), thread, HostReport.class, seen).start();
    }

    @Deactivate
    public void close() {
        thread.close();
    }

    /** One host's assignments. What was the last to be written is not written again: it carries its epoch and index. */
    private final class Desk {
        private final Cell cell;
        private Optional<byte[]> last = Optional.empty();

        Desk(Cell cell) {
            this.cell = cell;
        }

        synchronized boolean publish(Assignments assignments) {
            byte[] wire = Payload.pack(Json.write(assignments), "assignments of host " + assignments.host());
            if (last.filter(before -> Arrays.equals(before, wire)).isPresent()) {
                return true;
            }
            last = Optional.empty();
            boolean done = cell.put(wire, Optional.of(EpochRegister.check(connection.paths(), assignments.epoch())));
            last = done ? Optional.of(wire) : Optional.empty();
            return done;
        }
    }
}
