package io.edog.rest.internal;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeReport;
import io.edog.api.bus.VolumeReport.Progress;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.model.Power;
import io.edog.testkit.bus.MemoryBus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A host that has at once whatever it shall have, and says so again and again. */
final class SimulatedHost implements AutoCloseable {
    private static final String BOOT = "11111111-2222-3333-4444-555555555555";

    private static final long HEARTBEAT_MS = 500;

    private final MemoryBus bus;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final Subscription subscription;
    private Assignments last = new Assignments("node1", Epoch.ZERO, Index.ZERO, List.of(), List.of());
    private long sequence;

    SimulatedHost(MemoryBus bus) {
        this.bus = bus;
        this.subscription = bus.assignments("node1", this::report);
        Future<?> unused = heart.scheduleWithFixedDelay(this::beat, 0, HEARTBEAT_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        report(last);
    }

    private synchronized void report(Assignments wanted) {
        last = wanted;
        Instant now = Instant.now();
        bus.report(new HostReport(
                "node1",
                BOOT,
                ++sequence,
                now,
                wanted.epoch(),
                wanted.index(),
                false,
                "0.1.0",
                new Daemon(true, "9.0.0", now),
                8,
                16384,
                8192,
                wanted.guests().stream().map(g -> guest(g, now)).toList(),
                wanted.volumes().stream()
                        .map(v -> new VolumeReport(v.id(), v.target(), Progress.DONE, "", 1L << 30, 100))
                        .toList(),
                List.of(new PoolReport("default", "dir", true, "", 1L << 40, 1L << 39))));
    }

    private static GuestReport guest(GuestAssignment wanted, Instant now) {
        GuestState state = wanted.power() == Power.STOPPED
                ? GuestState.ENDED
                : wanted.power() == Power.PAUSED ? GuestState.PAUSED : GuestState.RUNNING;
        return new GuestReport(
                wanted.vm(),
                wanted.run(),
                state,
                "",
                now,
                Optional.empty(),
                OptionalLong.of(4711),
                wanted.order().map(order -> order.task()));
    }

    @Override
    public void close() {
        subscription.close();
        heart.shutdownNow();
    }
}
