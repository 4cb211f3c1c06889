package io.edog.sim.world;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import io.edog.api.state.StoreException;
import io.edog.sim.kernel.Fault;
import io.edog.sim.kernel.Strand;
import java.util.ArrayList;
import java.util.List;

/** A database whose transactions take time, fail, and outlive their process; each is done as a whole or not at all. */
final class SimStore implements StateStore {
    private static final long MICRO = 1_000;
    private static final double FAILS = 0.004;
    private static final double UNHEARD = 0.4;

    private final World world;
    private final Machine machine;
    private final Disk disk;
    private boolean unheard;

    SimStore(World world, Machine machine, Disk disk) {
        this.world = world;
        this.machine = machine;
        this.disk = disk;
    }

    @Override
    public ClusterState load() {
        transaction("load", "");
        answer();
        ClusterState before = disk.state;
        Strand.own().sleepUntil(world.scheduler.now() + world.dice.skewed(30 * MICRO, 20_000 * MICRO));
        return before == disk.state ? before : torn(before);
    }

    /** What statement after statement reads while another thread writes: its place from before, its tables from after. */
    private ClusterState torn(ClusterState before) {
        return disk.state.at(before.index(), before.epoch(), before.head());
    }

    @Override
    public void apply(Entry entry, ClusterState after) {
        transaction("apply", entry.index());
        refuseUnheard(entry);
        world.oracle.applied(machine.name(), disk.state.index().value(), entry, after);
        disk.state = after;
        disk.archive.add(entry);
        disk.unheard = unheard ? entry.hash() : "";
        answer();
        machine.step("going on after entry", entry.index());
    }

    @Override
    public void install(ClusterState state) {
        transaction("install", state.index());
        world.oracle.installed(machine.name(), disk.state, state);
        if (!state.index().reached(disk.state.index())) {
            throw new IllegalArgumentException("index " + disk.state.index() + " is applied already");
        }
        disk.state = state;
        disk.archive = new ArrayList<>();
        world.installs++;
        answer();
        machine.step("going on after installing", state.index());
    }

    private void transaction(String what, Object of) {
        machine.step(what, of);
        Strand.own().sleepUntil(world.scheduler.now() + world.dice.skewed(30 * MICRO, 2_000 * MICRO));
        unheard = false;
        if (world.faults.strikes(Fault.STORE, FAILS, machine.name(), what, of)) {
            unheard = world.dice.chance(UNHEARD);
            answer(!unheard);
        }
    }

    /** What is done all the same fails now. */
    private void answer() {
        answer(unheard);
    }

    private static void answer(boolean fails) {
        if (fails) {
            throw new StoreException("the database failed");
        }
    }

    /** An entry whose answer was lost is not the next one any more; whoever else brings an old one breaks a rule. */
    private void refuseUnheard(Entry entry) {
        if (entry.hash().equals(disk.unheard)) {
            throw new IllegalStateException("entry " + entry.index() + " is applied already");
        }
    }

    @Override
    public List<Entry> archive(Index from, int max) {
        return disk.archive.stream()
                .filter(entry -> entry.index().reached(from))
                .limit(max)
                .toList();
    }

    @Override
    public Index oldest() {
        return disk.archive.isEmpty()
                ? disk.state.index().next()
                : disk.archive.get(0).index();
    }

    @Override
    public void prune(Index below) {
        disk.archive.removeIf(entry -> !entry.index().reached(below));
    }
}
