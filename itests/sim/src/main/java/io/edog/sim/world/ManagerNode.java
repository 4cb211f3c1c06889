package io.edog.sim.world;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Appended;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.cluster.internal.ClusterInside;
import io.edog.cluster.internal.ZkManagerBus;
import io.edog.manager.internal.Desk;
import io.edog.manager.internal.Identity;
import io.edog.manager.internal.Manager;
import io.edog.manager.internal.Neighbours;
import io.edog.manager.internal.Ports;
import io.edog.sim.kernel.Strand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One life of a manager: the product's manager over the product's journal, stepped by a strand. */
final class ManagerNode {
    private static final long LONGEST = 1_000_000_000L;

    private final World world;
    private final Machine machine;
    private final ClusterInside inside;
    private final SimLeadership leadership;
    private final SimMembers members;
    private final Manager manager;
    private final Strand loop;
    private boolean wake;

    ManagerNode(World world, String name, Disk disk) {
        this.world = world;
        this.machine = new Machine(
                world,
                name,
                World.SESSION_TIMEOUT,
                World.REQUEST_TIMEOUT,
                () -> world.clockOffset(name),
                this::expired);
        this.inside = new ClusterInside(
                name,
                () -> machine.client().zooKeeper(),
                new ClusterInside.Time(world.scheduler::now, machine::pause),
                Map.of());
        this.leadership = new SimLeadership(world, machine, inside);
        this.members = new SimMembers(world, machine);
        Ports ports = new Ports(
                new WatchedJournal(inside.journal()),
                leadership,
                new Bus(inside.managerBus()),
                new SimStore(world, machine, disk),
                new SimFiles(world, machine, disk),
                new SimQuarantine(world, name, disk),
                Neighbours.of(new SimPeers(world, machine), members),
                new Identity("simulated", "", Entry.FORMAT),
                new Background(machine),
                machine.wall(),
                machine.steady(),
                world::freshId);
        this.manager = new Manager(ports, world.limits, this::wake);
        this.loop = machine.begin("manager", this::run);
    }

    private void expired() {
        leadership.sessionExpired();
        world.goesOut(machine);
    }

    private void wake() {
        wake = true;
        if (loop != null) {
            loop.wake();
        }
    }

    private void run() {
        while (true) {
            Duration pause = manager.step();
            long until = world.scheduler.now() + Math.min(LONGEST, Math.max(0, pause.toNanos()));
            while (!wake && world.scheduler.now() < until) {
                loop.awaitUntil(until);
            }
            wake = false;
            machine.befall();
        }
    }

    Machine machine() {
        return machine;
    }

    Desk desk() {
        return manager.desk();
    }

    SimMembers members() {
        return members;
    }

    SimLeadership leadership() {
        return leadership;
    }

    /** The product's journal; who waits for entries is woken by the simulation. */
    private final class WatchedJournal implements Journal {
        private final Journal journal;

        WatchedJournal(Journal journal) {
            this.journal = journal;
        }

        @Override
        public Appended append(Entry entry) {
            return journal.append(entry);
        }

        @Override
        public List<Entry> read(Index from, int max) {
            return journal.read(from, max);
        }

        @Override
        public Optional<Entry> read(Index index) {
            return journal.read(index);
        }

        @Override
        public Index trimmed() {
            return journal.trimmed();
        }

        @Override
        public boolean trim(Epoch epoch, Index upTo) {
            checkExports(upTo.value());
            boolean done = journal.trim(epoch, upTo);
            world.trims += done ? 1 : 0;
            return done;
        }

        /** What is forgotten must be in an export of each manager that this one believes to be in service, and of its own. */
        private void checkExports(long upTo) {
            for (Member member : members.all()) {
                boolean counts = member.live() && member.standing() == Standing.SERVING;
                if (counts || member.node().equals(machine.name())) {
                    world.oracle.trims(machine.name(), upTo, member.node(), world.exported(member.node()));
                }
            }
            world.oracle.trims(machine.name(), upTo, machine.name(), world.exported(machine.name()));
        }

        @Override
        public Subscription watch(Index applied, Runnable woken) {
            Runnable end = machine.client().follow(ClusterInside.logPath() + "/*", (path, data) -> woken.run());
            return end::run;
        }
    }

    /** The product's way to hosts; what they report is brought by the simulation. */
    private final class Bus implements ManagerBus {
        private final ZkManagerBus bus;

        Bus(ZkManagerBus bus) {
            this.bus = bus;
        }

        @Override
        public boolean publish(Assignments assignments) {
            return bus.publish(assignments);
        }

        @Override
        public boolean forget(String host, Epoch epoch) {
            return bus.forget(host, epoch);
        }

        @Override
        public Subscription reports(Consumer<HostReport> seen) {
            Runnable end = machine.client()
                    .follow(ClusterInside.reports() + "/*", (path, data) -> seen.accept(ClusterInside.report(data)));
            return end::run;
        }
    }
}
