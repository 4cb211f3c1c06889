package io.edog.core.plan;

import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.model.Kind;
import io.edog.api.model.Power;
import io.edog.api.model.Restarts;
import io.edog.api.model.Vm;
import io.edog.api.model.VmBuilder;
import io.edog.api.model.VmState;
import io.edog.core.Tasks;
import java.time.Instant;
import java.util.Optional;

/** Turns a host's word on a present run into the VM's state, and ends the tasks that wait for it. */
final class GuestPlanner {
    private GuestPlanner() {}

    static void follow(PlanContext context, Vm vm, GuestReport guest) {
        if (guest.state() == GuestState.ENDED) {
            GuestEnd.plan(context, vm, guest);
            return;
        }
        VmBuilder next = vm.edit().state(state(vm, guest), reason(vm, guest), context.now);
        next.restarts(restarts(context, vm, guest));
        orderDone(vm, guest).ifPresent(done -> next.order(Optional.empty()));
        if (reached(vm, guest)) {
            Tasks.succeed(context.draft, vm.task(), message(guest), context.now);
            next.task(Optional.empty());
        } else if (!guest.detail().isEmpty()) {
            Tasks.say(context.draft, vm.task(), guest.detail(), 0, context.now);
        }
        context.draft.put(next.build());
    }

    private static VmState state(Vm vm, GuestReport guest) {
        return switch (guest.state()) {
            case WAITING, STARTING -> vm.desired() == Power.STOPPED ? VmState.STOPPING : VmState.STARTING;
            case RUNNING, PAUSED ->
                vm.desired() == Power.STOPPED
                        ? VmState.STOPPING
                        : guest.state() == GuestState.RUNNING ? VmState.RUNNING : VmState.PAUSED;
            case STOPPING -> VmState.STOPPING;
            case UNKNOWN, ENDED -> VmState.UNKNOWN;
        };
    }

    private static String reason(Vm vm, GuestReport guest) {
        boolean stopping = vm.desired() == Power.STOPPED && guest.detail().isEmpty();
        return stopping ? "waiting for the guest to shut down" : guest.detail();
    }

    private static Optional<String> orderDone(Vm vm, GuestReport guest) {
        return vm.order().map(o -> o.task()).filter(task -> guest.lastOrder().equals(Optional.of(task)));
    }

    private static boolean reached(Vm vm, GuestReport guest) {
        if (vm.order().isPresent()) {
            return orderDone(vm, guest).isPresent();
        }
        return (vm.desired() == Power.RUNNING && guest.state() == GuestState.RUNNING)
                || (vm.desired() == Power.PAUSED && guest.state() == GuestState.PAUSED);
    }

    private static String message(GuestReport guest) {
        return guest.state() == GuestState.PAUSED ? "The guest is paused." : "The guest is running.";
    }

    private static Restarts restarts(PlanContext context, Vm vm, GuestReport guest) {
        if (vm.restarts().equals(Restarts.NONE) || guest.state() != GuestState.RUNNING) {
            return vm.restarts();
        }
        Instant stable = vm.since().plus(context.settings.stableAfter());
        if (vm.state() == VmState.RUNNING && !stable.isAfter(context.now)) {
            return Restarts.NONE;
        }
        context.wake(
                vm.state() == VmState.RUNNING ? stable : context.now.plus(context.settings.stableAfter()),
                Kind.VM,
                vm.id());
        return new Restarts(vm.restarts().count(), Optional.empty(), false);
    }
}
