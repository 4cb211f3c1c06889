package io.edog.sim.world;

import io.edog.api.export.StateFile;
import io.edog.api.export.StateFiles;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateExport;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import io.edog.sim.kernel.Fault;
import io.edog.sim.kernel.Strand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** States in files that outlive their process. A file takes time to write, and is there as a whole or not at all. */
final class SimFiles implements StateFiles {
    private static final long MILLI = 1_000_000;
    private static final double FAILS = 0.01;

    private final World world;
    private final Machine machine;
    private final Disk disk;

    SimFiles(World world, Machine machine, Disk disk) {
        this.world = world;
        this.machine = machine;
        this.disk = disk;
    }

    @Override
    public StateFile write(ClusterState state) {
        machine.step("export", state.index());
        Strand.own().sleepUntil(world.scheduler.now() + world.dice.skewed(MILLI, 400 * MILLI));
        if (world.faults.strikes(Fault.STORE, FAILS, machine.name(), "export", state.index())) {
            throw new StoreException("the disk is full");
        }
        world.oracle.exported(machine.name(), state);
        disk.exports.add(0, state);
        machine.step("going on after the export of", state.index());
        return list().get(0);
    }

    @Override
    public List<StateFile> list() {
        return disk.exports.stream()
                .map(state -> new StateFile(
                        Path.of("export-" + state.index()),
                        state.index().value(),
                        state.index(),
                        machine.wall().instant(),
                        0))
                .toList();
    }

    @Override
    public Optional<StateExport> read(StateFile file) {
        machine.step("read export", file.index());
        return disk.exports.stream()
                .filter(state -> state.index().equals(file.index()))
                .findFirst()
                .map(state -> new StateExport(header(state), state));
    }

    private StateHeader header(ClusterState state) {
        return new StateHeader(
                1,
                "simulated",
                state.index().value(),
                state.epoch().value(),
                state.head(),
                state.hash().hex(),
                0,
                machine.wall().instant());
    }

    @Override
    public void prune(int keep) {
        while (disk.exports.size() > keep) {
            disk.exports.remove(disk.exports.size() - 1);
        }
    }
}
