package io.edog.core.plan;

import io.edog.api.model.Disk;
import io.edog.api.model.Kind;
import io.edog.api.model.Power;
import io.edog.api.model.Restarts;
import io.edog.api.model.Run;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.core.Tasks;
import java.time.Instant;
import java.util.Optional;

/** Begins runs: of VMs that are wanted and have none, once their disks are ready and a host fits. */
final class VmStart {
    private VmStart() {}

    static boolean wanted(Vm vm) {
        return vm.run().isEmpty()
                && vm.desired() != Power.STOPPED
                && vm.state() != VmState.ERROR
                && !vm.restarts().held();
    }

    static void plan(PlanContext context, Vm vm) {
        if (vm.state() == VmState.CREATING && !disksReady(context, vm)) {
            return;
        }
        if (!wanted(vm)) {
            settle(context, vm);
            return;
        }
        Optional<Instant> notBefore = vm.restarts().notBefore().filter(at -> stillToWaitFor(context, at));
        if (notBefore.isPresent()) {
            context.wake(notBefore.get(), Kind.VM, vm.id());
        } else if (disksReady(context, vm)) {
            place(context, vm);
        }
    }

    /** No pause is longer than the longest: one that seems so was begun before the clock was set back. */
    private static boolean stillToWaitFor(PlanContext context, Instant at) {
        Instant latest = context.now.plus(context.settings.restartBackoffMax());
        return at.isAfter(context.now) && !at.isAfter(latest);
    }

    private static void settle(PlanContext context, Vm vm) {
        if (vm.state() == VmState.CREATING) {
            Tasks.succeed(context.draft, vm.task(), "The VM is created.", context.now);
            context.draft.put(vm.edit()
                    .state(VmState.STOPPED, "", context.now)
                    .task(Optional.empty())
                    .build());
        }
    }

    private static boolean disksReady(PlanContext context, Vm vm) {
        for (Disk disk : vm.disks()) {
            Optional<Volume> volume = context.draft.state().find(Volume.class, disk.volume());
            VolumeState state = volume.map(Volume::state).orElse(VolumeState.ERROR);
            if (state == VolumeState.READY) {
                continue;
            }
            String reason =
                    volume.map(v -> "disk " + v.name() + ": " + v.reason()).orElse("disk is gone: " + disk.volume());
            blocked(context, vm, state, reason);
            return false;
        }
        return true;
    }

    private static void blocked(PlanContext context, Vm vm, VolumeState disk, String reason) {
        if (disk == VolumeState.CREATING) {
            context.draft.put(vm.edit().state(vm.state(), reason, context.now).build());
            Tasks.say(context.draft, vm.task(), reason, 0, context.now);
            return;
        }
        Tasks.fail(context.draft, vm.task(), StorageProblems.of(reason), context.now);
        context.draft.put(vm.edit()
                .desired(Power.STOPPED)
                .state(VmState.ERROR, reason, context.now)
                .task(Optional.empty())
                .build());
    }

    private static void place(PlanContext context, Vm vm) {
        Placer.Placement placement = Placer.place(context, vm);
        if (placement.host().isEmpty()) {
            String reason = "no host fits: " + placement.why();
            VmState state = vm.state() == VmState.CREATING ? VmState.STARTING : vm.state();
            context.draft.put(vm.edit().state(state, reason, context.now).build());
            Tasks.say(context.draft, vm.task(), reason, 0, context.now);
            return;
        }
        String host = placement.host().get();
        String bootId =
                context.observation.of(host).map(s -> s.report().bootId()).orElse("");
        Run run = new Run(vm.lastRun() + 1, host, bootId, context.now, vm.cpus(), vm.memoryMiB());
        context.draft.put(vm.edit()
                .run(run)
                .restarts(new Restarts(vm.restarts().count(), Optional.empty(), false))
                .state(VmState.STARTING, "run " + run.number() + " given to " + host, context.now)
                .build());
        Tasks.say(context.draft, vm.task(), "Starting on " + host, 50, context.now);
    }
}
