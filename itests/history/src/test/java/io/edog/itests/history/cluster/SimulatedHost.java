package io.edog.itests.history.cluster;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeReport;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.model.Power;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A host that does at once whatever it is assigned, and has no guests: it speaks the real bus, and that is all. */
public final class SimulatedHost {
    /** The pool of all of them. */
    public static final String POOL = "default";

    private static final long GIB = 1L << 30;

    private final String name;
    private final HostBus bus;
    private final Instant born = Instant.now();
    private Assignments assigned;
    private long sequence;

    public SimulatedHost(String name, HostBus bus) {
        this.name = name;
        this.bus = bus;
        this.assigned = new Assignments(name, new Epoch(0), Index.ZERO, List.of(), List.of());
    }

    /** Takes assignments from now on; each is handed on once it is carried out, to be reported. */
    public Subscription listen(Consumer<SimulatedHost> carriedOut) {
        return bus.assignments(name, next -> {
            take(next);
            carriedOut.accept(this);
        });
    }

    private synchronized void take(Assignments next) {
        assigned = next;
    }

    /** Tells the managers how things stand. Throws what the bus throws. */
    public synchronized void report(long freeMiB) {
        sequence++;
        bus.report(new HostReport(
                name,
                "boot-" + name,
                sequence,
                Instant.now(),
                assigned.epoch(),
                assigned.index(),
                false,
                "simulated",
                new Daemon(true, "simulated", born),
                16,
                65_536,
                freeMiB,
                assigned.guests().stream().map(this::guest).toList(),
                assigned.volumes().stream().map(SimulatedHost::volume).toList(),
                List.of(new PoolReport(POOL, "dir", true, "", 1000 * GIB, 900 * GIB))));
    }

    private GuestReport guest(GuestAssignment guest) {
        GuestState state = switch (guest.power()) {
            case RUNNING -> GuestState.RUNNING;
            case PAUSED -> GuestState.PAUSED;
            case STOPPED -> GuestState.ENDED;
        };
        return new GuestReport(
                guest.vm(),
                guest.run(),
                state,
                "",
                born,
                guest.power() == Power.STOPPED ? Optional.of(EndCause.STOPPED) : Optional.empty(),
                OptionalLong.empty(),
                guest.order().map(order -> order.task()));
    }

    private static VolumeReport volume(VolumeAssignment volume) {
        return new VolumeReport(volume.id(), volume.target(), VolumeReport.Progress.DONE, "", volume.sizeBytes(), 100);
    }
}
