package io.edog.core.decide;

import io.edog.api.command.VmCommand;
import io.edog.api.command.VmCommand.CreateVm;
import io.edog.api.command.VmCommand.DeleteVm;
import io.edog.api.command.VmCommand.PauseVm;
import io.edog.api.command.VmCommand.RebootVm;
import io.edog.api.command.VmCommand.ResetVm;
import io.edog.api.command.VmCommand.ResumeVm;
import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.command.VmCommand.StopVm;
import io.edog.api.command.VmCommand.UpdateVm;
import io.edog.api.model.Host;
import io.edog.api.model.Order;
import io.edog.api.model.Order.OrderKind;
import io.edog.api.model.Power;
import io.edog.api.model.Reply;
import io.edog.api.model.Restarts;
import io.edog.api.model.StopRequest;
import io.edog.api.model.Task;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.core.Draft;
import io.edog.core.Tasks;
import java.util.Optional;
import java.util.Set;

/** Decides what is wanted of virtual machines. */
final class VmDecider {
    private static final int MAX_GRACE_SECONDS = 86_400;
    private static final Set<VmState> LIVE = Set.of(VmState.RUNNING, VmState.PAUSED);

    private final Draft draft;
    private final Context context;
    private final Lookup lookup;

    VmDecider(Draft draft, Context context) {
        this.draft = draft;
        this.context = context;
        this.lookup = new Lookup(draft.state(), context.principal());
    }

    Reply decide(VmCommand command) {
        if (command instanceof CreateVm create) {
            return new VmCreation(draft, context, lookup).decide(create);
        } else if (command instanceof UpdateVm update) {
            return new VmUpdate(draft, lookup).decide(update, context.settings());
        } else if (command instanceof DeleteVm delete) {
            return new VmDeletion(draft, context, lookup).decide(delete);
        } else if (command instanceof StartVm start) {
            return start(start);
        } else if (command instanceof StopVm stop) {
            return stop(stop);
        } else if (command instanceof PauseVm pause) {
            return power(vm(pause.vm()), Power.PAUSED, VmState.RUNNING, "pause");
        } else if (command instanceof ResumeVm resume) {
            return power(vm(resume.vm()), Power.RUNNING, VmState.PAUSED, "resume");
        } else if (command instanceof RebootVm reboot) {
            return order(vm(reboot.vm()), OrderKind.REBOOT, "reboot");
        }
        return order(vm(((ResetVm) command).vm()), OrderKind.RESET, "reset");
    }

    private Vm vm(String idOrName) {
        return lookup.subject(Vm.class, idOrName);
    }

    private Reply start(StartVm command) {
        Vm vm = vm(command.vm());
        if (vm.run().isPresent() || vm.state() == VmState.CREATING) {
            throw Check.wrongState(
                    "VM " + vm.name() + " is " + word(vm) + ".", "Only a stopped VM can be started; wait or stop it.");
        }
        command.host().ifPresent(host -> lookup.reference(Host.class, "host", host));
        Task task = context.newTask("vm.start", vm.id(), "Looking for a host");
        draft.put(task);
        replaceTask(vm, "start asked for again");
        draft.put(vm.edit()
                .desired(Power.RUNNING)
                .placeOn(command.host())
                .restarts(Restarts.NONE)
                .stop(Optional.empty())
                .state(VmState.STARTING, "looking for a host", context.now())
                .task(Optional.of(task.id()))
                .build());
        return reply(vm, task);
    }

    private Reply stop(StopVm command) {
        Vm vm = vm(command.vm());
        command.graceSeconds().ifPresent(g -> Check.range("graceSeconds", g, 0, MAX_GRACE_SECONDS, " seconds"));
        boolean pendingStart = vm.run().isEmpty() && vm.desired() != Power.STOPPED && vm.state() != VmState.CREATING;
        if (vm.run().isEmpty() && !pendingStart) {
            throw Check.wrongState("VM " + vm.name() + " is " + word(vm) + ".", "There is nothing to stop.");
        }
        if (vm.stop().map(s -> s.force() || !command.force()).orElse(false)) {
            throw Check.wrongState(
                    "VM " + vm.name() + " is being stopped.", "Wait for it, or stop it again with force.");
        }
        Task task = context.newTask("vm.stop", vm.id(), "Asking the guest to shut down");
        draft.put(task);
        replaceTask(vm, "stop asked for");
        draft.put(pendingStart ? withoutStart(vm) : stopping(vm, command, task));
        if (pendingStart) {
            Tasks.succeed(draft, Optional.of(task.id()), "The pending start was called off.", context.now());
        }
        return reply(vm, task);
    }

    private Vm withoutStart(Vm vm) {
        return vm.edit()
                .desired(Power.STOPPED)
                .restarts(Restarts.NONE)
                .task(Optional.empty())
                .state(VmState.STOPPED, "the pending start was called off", context.now())
                .build();
    }

    private Vm stopping(Vm vm, StopVm command, Task task) {
        int grace = command.graceSeconds()
                .orElse((int) context.settings().defaultGrace().toSeconds());
        VmState state = vm.state() == VmState.UNKNOWN ? VmState.UNKNOWN : VmState.STOPPING;
        String reason = vm.state() == VmState.UNKNOWN ? vm.reason() : "stop asked for";
        return vm.edit()
                .desired(Power.STOPPED)
                .stop(Optional.of(new StopRequest(grace, command.force(), context.now())))
                .order(Optional.empty())
                .state(state, reason, context.now())
                .task(Optional.of(task.id()))
                .build();
    }

    private Reply power(Vm vm, Power desired, VmState from, String verb) {
        if (vm.state() != from || vm.stop().isPresent()) {
            throw Check.wrongState(
                    "VM " + vm.name() + " is " + word(vm) + ".",
                    "To " + verb + " it, it must be " + from.name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        Task task = context.newTask("vm." + verb, vm.id(), "Waiting for its host to " + verb + " it");
        draft.put(task);
        replaceTask(vm, verb + " asked for");
        draft.put(vm.edit().desired(desired).task(Optional.of(task.id())).build());
        return reply(vm, task);
    }

    private Reply order(Vm vm, OrderKind kind, String verb) {
        if (!LIVE.contains(vm.state())
                || vm.stop().isPresent()
                || (kind == OrderKind.REBOOT && vm.state() == VmState.PAUSED)) {
            throw Check.wrongState(
                    "VM " + vm.name() + " is " + word(vm) + ".", "To " + verb + " it, it must be running.");
        }
        Task task = context.newTask("vm." + verb, vm.id(), "Waiting for its host to " + verb + " it");
        draft.put(task);
        replaceTask(vm, verb + " asked for");
        draft.put(vm.edit()
                .order(Optional.of(new Order(task.id(), kind)))
                .task(Optional.of(task.id()))
                .build());
        return reply(vm, task);
    }

    private void replaceTask(Vm vm, String why) {
        Tasks.cancel(draft, vm.task(), "Superseded: " + why + ".", context.now());
    }

    private static Reply reply(Vm vm, Task task) {
        return new Reply(vm.id(), Optional.of(task.id()));
    }

    private static String word(Vm vm) {
        return vm.state().name().toLowerCase(java.util.Locale.ROOT);
    }
}
