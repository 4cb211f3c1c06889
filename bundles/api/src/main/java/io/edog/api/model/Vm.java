package io.edog.api.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A virtual machine: its definition, what is wanted of it, and at most one run.
 *
 * @param id a UUID; also the UUID of its libvirt domain
 * @param tenant the tenant it belongs to
 * @param owner id of the user it belongs to
 * @param name unique within the tenant
 * @param version rises with each change of the definition, for conditional updates
 * @param cpus virtual CPUs at the next start, ≥ 1
 * @param memoryMiB memory at the next start, in MiB
 * @param disks in boot order
 * @param nics network cards, may be empty
 * @param policy what happens when it ends by itself
 * @param desired what its owner wants
 * @param state what it is
 * @param reason why it is so, in a sentence for people; may be empty
 * @param since when {@code state} began
 * @param run its present run, if it has one
 * @param lastRun number of its newest run, 0 before the first
 * @param order what is to be done once to the running guest
 * @param stop how it is to be ended, while it is to be ended
 * @param restarts automatic restarts so far
 * @param placeOn id of the host its owner asked for at the last start, if they did
 * @param task id of the task whose outcome this VM decides, if one is open
 * @param createdAt when it was created
 */
public record Vm(
        String id,
        String tenant,
        String owner,
        String name,
        long version,
        int cpus,
        long memoryMiB,
        List<Disk> disks,
        List<Nic> nics,
        Policy policy,
        Power desired,
        VmState state,
        String reason,
        Instant since,
        Optional<Run> run,
        long lastRun,
        Optional<Order> order,
        Optional<StopRequest> stop,
        Restarts restarts,
        Optional<String> placeOn,
        Optional<String> task,
        Instant createdAt)
        implements Resource {
    public Vm {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }

    /** What becomes of a deleted VM's volumes. */
    public enum DiskFate {
        KEEP,
        DELETE
    }

    @Override
    public Kind resourceKind() {
        return Kind.VM;
    }

    /** The fields that differ between the definition and the present run: they take effect at the next start. */
    public List<String> pending() {
        return run.map(r -> PendingFields.of(this, r)).orElse(List.of());
    }

    /** A builder that starts as this VM. */
    public VmBuilder edit() {
        return new VmBuilder(this);
    }
}
