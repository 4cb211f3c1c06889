package io.edog.api.model;

import java.time.Instant;
import java.util.Map;

/**
 * A machine that runs guests.
 *
 * @param id its node name, unique in the cluster
 * @param state what it is
 * @param reason why, in a sentence; may be empty
 * @param since when {@code state} began
 * @param agent {@code up}, or why it does not answer
 * @param libvirt {@code up}, or why it does not answer
 * @param cpus logical CPUs
 * @param memoryMiB physical memory in MiB
 * @param bootId the kernel's boot id
 * @param labels free words for placement
 */
public record Host(
        String id,
        String tenant,
        String name,
        HostState state,
        String reason,
        Instant since,
        String agent,
        String libvirt,
        int cpus,
        long memoryMiB,
        String bootId,
        Map<String, String> labels)
        implements Resource {
    public Host {
        labels = Map.copyOf(labels);
    }

    @Override
    public String owner() {
        return Tenants.NOBODY;
    }

    @Override
    public Kind resourceKind() {
        return Kind.HOST;
    }
}
