package io.edog.sim.world;

import io.edog.sim.kernel.Fault;
import io.edog.sim.kernel.Strand;
import io.edog.sim.zookeeper.Client;
import io.edog.sim.zookeeper.Party;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** One life of a process: it may die between any two steps, or stand still, and its clock may be wrong. */
public final class Machine implements Party {
    private static final long MILLI = 1_000_000;
    private static final double KILL = 0.0012;
    private static final double PAUSE = 0.0012;
    private static final double DISCONNECT = 0.001;
    private static final double CUT = 0.0008;

    private final World world;
    private final String name;
    private final List<Strand> strands = new ArrayList<>();
    private final List<Runnable> whenDead = new ArrayList<>();
    private final Client client;
    private final LongSupplier clockOffset;
    private boolean dead;
    private long stillUntil;

    Machine(World world, String name, long sessionTimeout, long requestTimeout, LongSupplier offset, Runnable expired) {
        this.world = world;
        this.name = name;
        this.clockOffset = offset;
        this.client = new Client(world.ensemble, this, sessionTimeout, requestTimeout, expired);
    }

    @Override
    public String name() {
        return name;
    }

    public Client client() {
        return client;
    }

    public boolean dead() {
        return dead;
    }

    Strand begin(String what, Runnable body) {
        Strand strand = world.scheduler.begin(name + "/" + what, () -> stillUntil, body);
        strands.add(strand);
        return strand;
    }

    void whenDead(Runnable action) {
        whenDead.add(action);
    }

    @Override
    public void step(String verb, Object what) {
        if (world.faults.strikes(Fault.KILL, KILL, name, "before", verb, what)) {
            kill();
        } else if (world.faults.strikes(Fault.PAUSE, PAUSE, name, "before", verb, what)) {
            standStill(world.dice.skewed(5 * MILLI, 5_000 * MILLI));
        } else if (world.faults.strikes(Fault.CUT, CUT, name, "before", verb, what)) {
            boolean answersOnly = world.dice.chance(0.4);
            client.cut(world.scheduler.now() + world.dice.skewed(100 * MILLI, 5_000 * MILLI), !answersOnly, true);
        }
        Strand.own().sleepUntil(stillUntil);
    }

    /** From time to time, whatever it does. */
    void befall() {
        if (!dead && world.faults.strikes(Fault.DISCONNECT, DISCONNECT, name)) {
            client.cut(world.scheduler.now() + 1, true, true);
        }
    }

    void standStill(long nanos) {
        stillUntil = world.scheduler.now() + nanos;
        client.silent(stillUntil);
        world.trace.say("%s stands still for %d ms", name, nanos / MILLI);
    }

    /** Dies at once. */
    void kill() {
        if (!dead) {
            dead = true;
            world.trace.say("%s dies", name);
            client.kill();
            strands.forEach(Strand::kill);
            whenDead.forEach(Runnable::run);
        }
    }

    @Override
    public void deliver(long at, Runnable action) {
        world.scheduler.at(at, () -> arrive(action));
    }

    private void arrive(Runnable action) {
        if (dead) {
            return;
        }
        if (stillUntil > world.scheduler.now()) {
            world.scheduler.at(stillUntil, () -> arrive(action));
        } else {
            action.run();
        }
    }

    /** Waits on the strand that calls; true, as it is never ended otherwise than by death. */
    boolean pause(Duration pause) {
        Strand.own().sleepUntil(world.scheduler.now() + pause.toNanos());
        return true;
    }

    /** The time of day, as this machine has it. */
    Clock wall() {
        return new VirtualClock(() -> World.BEGIN.plusNanos(world.scheduler.now() + clockOffset.getAsLong()));
    }

    /** Time since the beginning. */
    Clock steady() {
        return new VirtualClock(() -> Instant.EPOCH.plusNanos(world.scheduler.now()));
    }

    private static final class VirtualClock extends Clock {
        private final java.util.function.Supplier<Instant> now;

        VirtualClock(java.util.function.Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
