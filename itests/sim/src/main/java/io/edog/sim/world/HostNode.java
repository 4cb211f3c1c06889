package io.edog.sim.world;

import io.edog.agent.internal.converge.AgentInside;
import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.record.RunRecord;
import io.edog.agent.internal.record.SeenMark;
import io.edog.api.bus.Assignments;
import io.edog.api.bus.BusException;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeReport;
import io.edog.api.hypervisor.DomainKey;
import io.edog.cluster.internal.ClusterInside;
import io.edog.cluster.internal.ZkHostBus;
import io.edog.sim.kernel.Strand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One life of a host: the product's acceptance of assignments and its reports, around a make-believe that does all work at once. */
final class HostNode {
    private static final long MILLI = 1_000_000;
    private static final long HEARTBEAT = 2_000 * MILLI;
    private static final long WORK = 20 * MILLI;
    private static final long GIB = 1L << 30;

    private final World world;
    private final Machine machine;
    private final AgentInside gate;
    private final ZkHostBus bus;
    private final Strand loop;
    private Optional<Assignments> accepted = Optional.empty();
    private long sequence;
    private boolean due = true;

    /** What a host remembers when its process is dead. */
    static final class Memory implements Records {
        private SeenMark seen = SeenMark.NONE;

        @Override
        public List<RunRecord> runs() {
            return List.of();
        }

        @Override
        public void write(RunRecord record) {
            throw new UnsupportedOperationException("runs are not simulated");
        }

        @Override
        public void forget(DomainKey key) {}

        @Override
        public SeenMark seen() {
            return seen;
        }

        @Override
        public void write(SeenMark mark) {
            seen = mark;
        }
    }

    HostNode(World world, String name, Memory memory) {
        this.world = world;
        this.machine = new Machine(
                world, name, World.SESSION_TIMEOUT, World.REQUEST_TIMEOUT, () -> world.clockOffset(name), () -> {});
        ClusterInside inside = new ClusterInside(
                name,
                () -> machine.client().zooKeeper(),
                new ClusterInside.Time(world.scheduler::now, machine::pause),
                Map.of());
        this.gate = new AgentInside(memory);
        this.bus = inside.hostBus();
        this.loop = machine.begin("agent", this::run);
        machine.client().follow(ClusterInside.assignmentsOf(name), (path, data) -> came(data));
    }

    Machine machine() {
        return machine;
    }

    Optional<Assignments> accepted() {
        return accepted;
    }

    private void came(byte[] data) {
        Assignments assignments = ClusterInside.assignments(data);
        if (gate.passes(assignments)) {
            world.oracle.accepted(machine.name(), assignments);
            accepted = Optional.of(assignments);
            machine.deliver(world.scheduler.now() + world.dice.skewed(MILLI, WORK), () -> {
                due = true;
                loop.wake();
            });
        }
    }

    private void run() {
        while (true) {
            due = false;
            try {
                bus.report(report());
            } catch (BusException e) {
                world.trace.say("%s can't report: %s", machine.name(), String.valueOf(e.getMessage()));
                loop.sleepUntil(world.scheduler.now() + WORK);
                due = true;
            }
            long until = world.scheduler.now() + HEARTBEAT;
            while (!due && world.scheduler.now() < until) {
                loop.awaitUntil(until);
            }
            machine.befall();
        }
    }

    private HostReport report() {
        SeenMark mark = gate.answered();
        List<VolumeReport> volumes = accepted.map(Assignments::volumes).orElse(List.of()).stream()
                .map(HostNode::done)
                .toList();
        sequence++;
        return new HostReport(
                machine.name(),
                "boot-" + machine.name(),
                sequence,
                machine.wall().instant(),
                mark.epoch(),
                mark.index(),
                false,
                "simulated",
                new Daemon(true, "", World.BEGIN),
                16,
                65_536,
                65_536,
                List.of(),
                volumes,
                List.of(new PoolReport("default", "dir", true, "", 100 * GIB, 90 * GIB)));
    }

    private static VolumeReport done(VolumeAssignment volume) {
        return new VolumeReport(volume.id(), volume.target(), VolumeReport.Progress.DONE, "", volume.sizeBytes(), 100);
    }
}
