package io.edog.sim.world;

import io.edog.sim.kernel.Fault;

/** What processes say to each other. */
final class Network {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final double LOST = 0.02;
    private static final double LATE = 0.02;
    private static final double TWICE = 0.02;

    private final World world;

    Network(World world) {
        this.world = world;
    }

    /** Brings a message: in time, late, twice, or never. */
    void send(String what, Runnable arrives) {
        if (world.faults.strikes(Fault.MESSAGE_LOST, LOST, what)) {
            return;
        }
        long delay = hop();
        if (world.faults.strikes(Fault.MESSAGE_LATE, LATE, what)) {
            delay = world.dice.skewed(5 * MILLI, 8_000 * MILLI);
        }
        world.scheduler.after(delay, arrives);
        if (world.faults.strikes(Fault.MESSAGE_TWICE, TWICE, what)) {
            world.scheduler.after(world.dice.skewed(MILLI, 8_000 * MILLI), arrives);
        }
    }

    private long hop() {
        return world.dice.skewed(80 * MICRO, 4 * MILLI);
    }
}
