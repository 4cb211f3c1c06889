package io.edog.core.decide;

import io.edog.api.command.VmCommand.CreateVm;
import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Nic;
import io.edog.api.model.Power;
import io.edog.api.model.Reply;
import io.edog.api.model.Restarts;
import io.edog.api.model.Task;
import io.edog.api.model.Template;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.core.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides the creation of a VM: its definition, its disks, and the task that follows them. */
final class VmCreation {
    private static final int MAX_DEVICES = 16;

    private final Draft draft;
    private final Context context;
    private final Lookup lookup;

    VmCreation(Draft draft, Context context, Lookup lookup) {
        this.draft = draft;
        this.context = context;
        this.lookup = lookup;
    }

    Reply decide(CreateVm command) {
        check(command);
        String id = context.ids().get();
        Task task = context.newTask("vm.create", id, "Waiting for its disks");
        List<Disk> disks = disks(command, id);
        Vm vm = vm(command, id, disks, task);
        draft.put(task);
        draft.put(vm);
        return new Reply(id, Optional.of(task.id()));
    }

    private void check(CreateVm command) {
        Check.name("name", command.name());
        Check.range("cpus", command.cpus(), 1, context.settings().maxCpus(), "");
        Check.range("memoryMiB", command.memoryMiB(), 8, context.settings().maxMemoryMiB(), " MiB");
        if (command.template().isPresent() == command.bootVolume().isPresent()) {
            throw Check.invalid(
                    "template", "A VM boots from a template or from a volume.", "Give either template or bootVolume.");
        }
        Check.range("disks", command.disks().size(), 0, MAX_DEVICES, " disks");
        Check.range("nics", command.nics().size(), 0, MAX_DEVICES, " network cards");
        Check.free(draft.state(), Vm.class, "VM", context.principal().tenant(), command.name());
    }

    private List<Disk> disks(CreateVm command, String vm) {
        List<Disk> disks = new ArrayList<>();
        command.template().ifPresent(t -> disks.add(new Disk(clone(t, command.name(), vm), DiskBus.VIRTIO)));
        command.bootVolume().ifPresent(v -> disks.add(attach("bootVolume", new Disk(v, DiskBus.VIRTIO), vm)));
        command.disks().forEach(d -> disks.add(attach("disks", d, vm)));
        return disks;
    }

    private String clone(String name, String vmName, String vm) {
        Template template = lookup.reference(Template.class, "template", name);
        if (template.state() != VolumeState.READY) {
            throw Check.wrongState(
                    "Template " + template.name() + " is not ready: " + template.reason(), "Wait for its import.");
        }
        String id = context.ids().get();
        String volumeName = vmName + "-" + id.substring(0, 8);
        draft.put(new Volume(
                id,
                context.principal().tenant(),
                context.principal().user(),
                volumeName,
                template.pool(),
                template.sizeBytes(),
                VolumeState.CREATING,
                "to be cloned from " + template.name(),
                Optional.of(template.id()),
                Optional.empty(),
                Optional.of(vm),
                Optional.empty(),
                context.now()));
        return id;
    }

    private Disk attach(String field, Disk wanted, String vm) {
        Volume volume = lookup.reference(Volume.class, field, wanted.volume());
        Volume current = draft.state().find(Volume.class, volume.id()).orElse(volume);
        if (current.attachedTo().isPresent()) {
            throw new ProblemException(new Problem(
                    "volume-in-use",
                    "Volume in use",
                    409,
                    "Volume " + volume.name() + " already belongs to a VM.",
                    Optional.of(field),
                    Optional.of("Choose a free volume.")));
        }
        if (volume.state() == VolumeState.DELETING || volume.state() == VolumeState.ERROR) {
            throw Check.wrongState("Volume " + volume.name() + " can't be used: " + volume.reason(), "Choose another.");
        }
        draft.put(current.withAttachedTo(Optional.of(vm)));
        return new Disk(volume.id(), wanted.bus());
    }

    private List<Nic> nics(CreateVm command) {
        Set<String> mine = new HashSet<>();
        List<Nic> nics = new ArrayList<>();
        for (var nic : command.nics()) {
            Check.bridge(nic.bridge());
            Check.text("nics.model", nic.model(), 20);
            String mac = nic.mac().orElseGet(() -> Macs.fresh(context.ids(), draft.state()));
            Check.mac(mac);
            if (draft.state().macInUse(mac) || !mine.add(mac)) {
                throw new ProblemException(Problem.taken("mac", "network card", mac));
            }
            nics.add(new Nic(nic.bridge(), mac, nic.model()));
        }
        return nics;
    }

    private Vm vm(CreateVm command, String id, List<Disk> disks, Task task) {
        return new Vm(
                id,
                context.principal().tenant(),
                context.principal().user(),
                command.name(),
                1,
                command.cpus(),
                command.memoryMiB(),
                disks,
                nics(command),
                command.policy(),
                command.start() ? Power.RUNNING : Power.STOPPED,
                VmState.CREATING,
                "waiting for its disks",
                context.now(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Restarts.NONE,
                Optional.empty(),
                Optional.of(task.id()),
                context.now());
    }
}
