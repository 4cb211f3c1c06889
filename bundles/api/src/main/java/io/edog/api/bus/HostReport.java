package io.edog.api.bus;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a host sees, as a whole, each time anything changes and at least each
 * heartbeat interval.
 *
 * @param host id of the host
 * @param bootId its kernel's boot id
 * @param sequence rises with each report of one agent's life
 * @param at the host's clock when it was made
 * @param seenEpoch epoch of the assignments this report answers
 * @param seenIndex index of the assignments this report answers
 * @param leaving the agent stops in order; until it is back, nothing is known
 * @param guests one for each assigned guest, and one for each edog guest that should not be there
 */
public record HostReport(
        String host,
        String bootId,
        long sequence,
        Instant at,
        Epoch seenEpoch,
        Index seenIndex,
        boolean leaving,
        String agentVersion,
        Daemon libvirt,
        int cpus,
        long memoryMiB,
        long freeMiB,
        List<GuestReport> guests,
        List<VolumeReport> volumes,
        List<PoolReport> pools) {
    public HostReport {
        guests = List.copyOf(guests);
        volumes = List.copyOf(volumes);
        pools = List.copyOf(pools);
    }

    /** What it says of one run. */
    public Optional<GuestReport> guest(String vm, long run) {
        return guests.stream().filter(g -> g.run() == run && g.vm().equals(vm)).findFirst();
    }

    /** What it says of one assignment of a volume or template. */
    public Optional<VolumeReport> volume(String id, VolumeAssignment.Target target) {
        return volumes.stream()
                .filter(v -> v.target() == target && v.id().equals(id))
                .findFirst();
    }
}
