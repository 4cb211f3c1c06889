package io.edog.api.command;

import io.edog.api.model.Disk;
import io.edog.api.model.Policy;
import io.edog.api.model.Vm.DiskFate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What can be wanted of virtual machines. {@code vm} is an id or a name. */
public sealed interface VmCommand extends Command {

    /**
     * Create a VM.
     *
     * @param template id or name of the template its boot disk is cloned from
     * @param bootVolume id or name of an existing volume to boot from; exactly one of the two is present
     * @param disks further volumes, by id or name
     * @param start whether to start it as soon as its disks are ready
     */
    record CreateVm(
            String name,
            int cpus,
            long memoryMiB,
            Optional<String> template,
            Optional<String> bootVolume,
            List<Disk> disks,
            List<NicRequest> nics,
            Policy policy,
            boolean start)
            implements VmCommand {
        public CreateVm {
            disks = List.copyOf(disks);
            nics = List.copyOf(nics);
        }
    }

    /**
     * A network card to be made.
     *
     * @param mac empty to have one generated
     */
    record NicRequest(String bridge, Optional<String> mac, String model) {}

    /**
     * Change a definition; absent fields stay.
     *
     * @param ifVersion refuse unless the VM's version is this
     */
    record UpdateVm(
            String vm,
            Optional<String> name,
            OptionalInt cpus,
            OptionalLong memoryMiB,
            Optional<Policy> policy,
            OptionalLong ifVersion)
            implements VmCommand {}

    /** Start a stopped VM, on a given host if one is named. */
    record StartVm(String vm, Optional<String> host) implements VmCommand {}

    /** End a guest: press the power button, wait, then destroy; or destroy at once. */
    record StopVm(String vm, OptionalInt graceSeconds, boolean force) implements VmCommand {}

    /** Ask the guest to restart itself. */
    record RebootVm(String vm) implements VmCommand {}

    /** Pull the reset line. */
    record ResetVm(String vm) implements VmCommand {}

    /** Freeze a running guest. */
    record PauseVm(String vm) implements VmCommand {}

    /** Let a paused guest go on. */
    record ResumeVm(String vm) implements VmCommand {}

    /** Delete a stopped VM. */
    record DeleteVm(String vm, DiskFate disks) implements VmCommand {}
}
