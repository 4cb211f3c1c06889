package io.edog.api.hypervisor;

import io.edog.api.model.DiskBus;
import io.edog.api.model.Nic;
import java.util.List;

/**
 * A domain to be created.
 *
 * @param bootId boot of the host, for the metadata
 * @param operation id of the task that began it, for the metadata
 * @param name the VM's name, for people
 * @param disks in boot order
 */
public record DomainSpec(
        DomainKey key,
        String bootId,
        String operation,
        String name,
        int cpus,
        long memoryMiB,
        List<DiskFile> disks,
        List<Nic> nics) {
    public DomainSpec {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }

    /**
     * A disk as the hypervisor reaches it.
     *
     * @param path of the file or device
     * @param format {@code qcow2} or {@code raw}
     */
    public record DiskFile(String path, String format, DiskBus bus) {}
}
