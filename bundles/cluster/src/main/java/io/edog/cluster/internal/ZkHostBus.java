package io.edog.cluster.internal;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.BusException;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.journal.JournalException;
import io.edog.api.journal.Subscription;
import io.edog.api.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A host's end of the bus on ZooKeeper. */
@Component(service = HostBus.class)
public final class ZkHostBus implements HostBus {
    private final Connection connection;
    private final Map<String, Cell> cells = new ConcurrentHashMap<>();
    private final Worker thread = new Worker("edog-host-bus");

    @Activate
    public ZkHostBus(@Reference Connection connection) {
        this.connection = connection;
    }

    @Override
    public Subscription assignments(String host, Consumer<Assignments> changed) {
        String path = connection.paths().assignments(host);
        return new Inbox<>(
                        connection.curator(),
                        path,
                        thread,
                        Assignments.class,
                        changed,
                        CuratorCache.Options.SINGLE_NODE_CACHE)
                .start();
    }

    @Override
    public void report(HostReport report) {
        String path = connection.paths().report(report.host());
        byte[] wire = Payload.pack(Json.write(report), "the report of host " + report.host());
        try {
            cells.computeIfAbsent(path, p -> new Cell(connection, p)).put(wire, Optional.empty());
        } catch (JournalException e) {
            throw new BusException("host " + report.host() + " can't report: " + e.getMessage(), e);
        }
    }

    @Deactivate
    public void close() {
        thread.close();
    }
}
