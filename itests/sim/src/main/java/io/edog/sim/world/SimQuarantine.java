package io.edog.sim.world;

import io.edog.api.journal.Index;
import io.edog.manager.internal.Quarantine;
import java.util.Optional;

/** A manager that takes itself out of service, kept over its deaths. No manager should: the oracle sees to it that none differs. */
final class SimQuarantine implements Quarantine {
    private final World world;
    private final String node;
    private final Disk disk;

    SimQuarantine(World world, String node, Disk disk) {
        this.world = world;
        this.node = node;
        this.disk = disk;
    }

    @Override
    public Optional<String> reason() {
        return disk.quarantine;
    }

    @Override
    public void enter(String reason, Index agreed) {
        disk.quarantine = Optional.of(reason);
        world.oracle.violated("divergence", node + " takes itself out of service: " + reason);
    }

    @Override
    public void clear() {
        disk.quarantine = Optional.empty();
    }
}
