package io.edog.agent.internal.converge;

import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.TimedCalls;
import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.report.ReportForm;
import io.edog.agent.internal.report.Reporter;
import io.edog.agent.internal.report.Snapshot;
import io.edog.agent.internal.volume.VolumeTable;
import io.edog.api.bus.Assignments;
import io.edog.api.bus.HostBus;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.storage.StorageDriver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Brings one host to its assignments, one {@linkplain #step step} at a time. A step takes what has come in, decides, and
 * starts work; it never waits for the hypervisor, the storage or the bus. All steps are made by one thread.
 */
public final class Agent {
    private final AssignmentGate gate;
    private final GuestTable table;
    private final Guests guests;
    private final Sights sights;
    private final VolumeTable volumes;
    private final PoolWatch pools;
    private final Reporter reporter;
    private final Inbox inbox;
    private final Tuning tuning;

    /**
     * What the agent works with.
     *
     * @param bootId the host's present boot
     * @param storageCalls for questions to the storage that may hang
     * @param volumeWorkers how many volumes are worked on at a time
     */
    public record Parts(
            String bootId,
            Hypervisor hypervisor,
            GuestProcesses processes,
            Records records,
            ServiceSlot<StorageDriver> storage,
            ServiceSlot<HostBus> bus,
            ReportForm form,
            Inbox inbox,
            Jobs jobs,
            TimedCalls storageCalls,
            InstantSource clock,
            int volumeWorkers) {}

    public Agent(Parts parts, Tuning tuning) {
        this.inbox = parts.inbox();
        this.tuning = tuning;
        Instant now = parts.clock().instant();
        this.gate = new AssignmentGate(parts.records());
        this.table = new GuestTable(parts.records());
        this.sights = new Sights(parts.hypervisor(), parts.processes(), table, inbox, parts.jobs(), tuning.look(), now);
        GuestWork work = new GuestWork(
                parts.hypervisor(),
                parts.processes(),
                parts.records(),
                parts.storage(),
                parts.storageCalls(),
                tuning.storage(),
                parts.clock());
        this.guests = new Guests(parts.bootId(), table, sights, work, parts.jobs(), parts.storage(), tuning);
        this.volumes = new VolumeTable(parts.jobs(), parts.storage(), inbox::hint, parts.volumeWorkers());
        this.pools = new PoolWatch(parts.jobs(), parts.storage(), parts.storageCalls(), tuning);
        this.reporter = new Reporter(parts.form(), parts.bus(), parts.jobs(), tuning.heartbeat(), tuning.coalesce());
        guests.recall(parts.records().runs(), now);
    }

    /**
     * One step.
     *
     * @param inputs what has come in since the last, in order
     * @return when the next is due if nothing comes in before
     */
    public Instant step(List<Input> inputs, Instant now) {
        inputs.forEach(input -> take(input, now));
        if (inbox.takeDropped()) {
            sights.recheck(now);
        }
        Instant wake = guests.decide(now, now.plus(tuning.heartbeat()));
        volumes.work();
        pools.look(now);
        wake = earlier(wake, sights.look(now));
        return earlier(wake, reporter.report(snapshot(), now));
    }

    private void take(Input input, Instant now) {
        if (input instanceof Input.Assigned it) {
            assign(it.assignments(), now);
        } else if (input instanceof Input.Happened it) {
            sights.happened(it.event());
        } else if (input instanceof Input.ProcessGone it) {
            sights.gone(it, now);
        } else if (input instanceof Input.Looked it) {
            sights.looked(it, now);
        } else if (input instanceof Input.ActionDone it) {
            guests.done(it, now);
        } else if (input instanceof Input.VolumeProgress it) {
            volumes.progressed(it);
        } else if (input instanceof Input.VolumeDone it) {
            volumes.done(it);
        } else if (input instanceof Input.PoolsSeen it) {
            pools.seen(it);
        } else if (input instanceof Input.Reported it) {
            reporter.sent(it, now);
        } else if (input instanceof Input.ServicesChanged) {
            pools.lookSoon();
            reporter.again();
        }
    }

    private void assign(Assignments assignments, Instant now) {
        if (gate.passes(assignments)) {
            table.assign(assignments.guests(), now);
            volumes.assign(assignments.volumes());
            sights.lookSoon();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Snapshot snapshot() {
        return new Snapshot(gate.answered(), sights.daemon(), table.reports(), volumes.reports(), pools.pools());
    }

    /** The last report. To be called by the thread that made the steps. */
    public void leave(Instant now) {
        reporter.leave(snapshot(), now);
    }
}
