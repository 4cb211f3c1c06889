package io.edog.core.decide;

import io.edog.api.command.VmCommand.DeleteVm;
import io.edog.api.model.Disk;
import io.edog.api.model.Reply;
import io.edog.api.model.Task;
import io.edog.api.model.Vm;
import io.edog.api.model.Vm.DiskFate;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.core.Draft;
import io.edog.core.Tasks;
import java.util.Optional;

/** Decides the end of a VM: it goes at once, its volumes stay or follow. */
final class VmDeletion {
    private final Draft draft;
    private final Context context;
    private final Lookup lookup;

    VmDeletion(Draft draft, Context context, Lookup lookup) {
        this.draft = draft;
        this.context = context;
        this.lookup = lookup;
    }

    Reply decide(DeleteVm command) {
        Vm vm = lookup.subject(Vm.class, command.vm());
        if (vm.run().isPresent()) {
            throw Check.wrongState("VM " + vm.name() + " may still run.", "Stop it first; then delete it.");
        }
        Task task = context.newTask("vm.delete", vm.id(), "Removing its disks");
        draft.put(task);
        Tasks.cancel(draft, vm.task(), "Superseded: the VM was deleted.", context.now());
        draft.remove(vm);
        boolean waits =
                vm.disks().stream().map(disk -> release(disk, command, task)).reduce(false, Boolean::logicalOr);
        if (!waits) {
            Tasks.succeed(draft, Optional.of(task.id()), "The VM is deleted.", context.now());
        }
        return new Reply(vm.id(), Optional.of(task.id()));
    }

    private boolean release(Disk disk, DeleteVm command, Task task) {
        Optional<Volume> found = draft.state().find(Volume.class, disk.volume());
        if (found.isEmpty()) {
            return false;
        }
        Volume volume = found.get().withAttachedTo(Optional.empty());
        if (command.disks() == DiskFate.KEEP) {
            draft.put(volume);
            return false;
        }
        draft.put(volume.withState(VolumeState.DELETING, "its VM was deleted")
                .withHost(Optional.empty())
                .withTask(Optional.of(task.id())));
        return true;
    }
}
