package io.edog.api.bus;

import io.edog.api.model.Nic;
import java.util.List;

/**
 * What a host needs to start a guest.
 *
 * @param name the VM's name, for people; the domain is found by the VM's id
 * @param cpus of this run
 * @param memoryMiB of this run
 */
public record GuestSpec(String name, int cpus, long memoryMiB, List<GuestDisk> disks, List<Nic> nics) {
    public GuestSpec {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }
}
