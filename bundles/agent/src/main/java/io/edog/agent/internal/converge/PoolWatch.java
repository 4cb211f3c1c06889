package io.edog.agent.internal.converge;

import io.edog.agent.internal.CallTimeoutException;
import io.edog.agent.internal.Reason;
import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.Storage;
import io.edog.agent.internal.TimedCalls;
import io.edog.api.bus.PoolReport;
import io.edog.api.storage.StorageDriver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the storage's pools now and then. Belongs to the thread that makes the agent's steps, but for the looks. */
final class PoolWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PoolWatch.class);

    private final Jobs jobs;
    private final ServiceSlot<StorageDriver> storage;
    private final TimedCalls calls;
    private final Tuning tuning;
    private List<PoolReport> pools = List.of();
    private Instant next = Instant.EPOCH;
    private boolean looking;

    PoolWatch(Jobs jobs, ServiceSlot<StorageDriver> storage, TimedCalls calls, Tuning tuning) {
        this.jobs = jobs;
        this.storage = storage;
        this.calls = calls;
        this.tuning = tuning;
    }

    void look(Instant now) {
        Optional<StorageDriver> driver = storage.get();
        if (driver.isEmpty()) {
            pools = unusable(Storage.ABSENT);
        } else if (!looking && !now.isBefore(next) && jobs.start("pools", () -> seen(driver.get()))) {
            looking = true;
            next = now.plus(tuning.heartbeat());
        }
    }

    /** The storage came or went. */
    void lookSoon() {
        next = Instant.EPOCH;
    }

    private Input seen(StorageDriver driver) {
        return new Input.PoolsSeen(look(driver));
    }

    private List<PoolReport> look(StorageDriver driver) {
        try {
            return calls.call("looking at the pools", tuning.storage(), driver::pools);
        } catch (CallTimeoutException e) {
            return unusable(Reason.of(e));
        } catch (RuntimeException e) {
            LOG.error("looking at the pools failed unexpectedly", e);
            return unusable(Reason.of(e));
        }
    }

    private List<PoolReport> unusable(String why) {
        return pools.stream()
                .map(pool -> new PoolReport(pool.id(), pool.driver(), false, why, pool.capacityBytes(), 0))
                .toList();
    }

    void seen(Input.PoolsSeen seen) {
        looking = false;
        pools = seen.pools();
    }

    List<PoolReport> pools() {
        return pools;
    }
}
