package io.edog.core.plan;

import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestReport;
import io.edog.api.model.Kind;
import io.edog.api.model.PolicyAction;
import io.edog.api.model.Power;
import io.edog.api.model.Restarts;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.service.Problem;
import io.edog.core.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what follows from the end of a run, which its host has proven. Each decision carries its reason. */
final class GuestEnd {
    private final PlanContext context;
    private final Vm vm;
    private final GuestReport guest;
    private final EndCause cause;

    private GuestEnd(PlanContext context, Vm vm, GuestReport guest) {
        this.context = context;
        this.vm = vm;
        this.guest = guest;
        this.cause = guest.cause().orElse(EndCause.CRASHED);
    }

    static void plan(PlanContext context, Vm vm, GuestReport guest) {
        GuestEnd end = new GuestEnd(context, vm, guest);
        if (vm.desired() == Power.STOPPED || end.cause == EndCause.STOPPED) {
            end.stopped("");
            Tasks.succeed(context.draft, vm.task(), "The guest is stopped.", context.now);
        } else {
            end.byPolicy();
        }
    }

    private void byPolicy() {
        switch (action()) {
            case RESTART -> restart();
            case STOP -> {
                stopped(what() + "; recorded as stopped by policy " + policy() + "=stop");
                fail();
            }
            case LEAVE -> {
                put(
                        VmState.STOPPED,
                        what() + "; left as it is by policy " + policy() + "=leave",
                        new Restarts(vm.restarts().count(), Optional.empty(), true),
                        vm.desired());
                fail();
            }
        }
    }

    private PolicyAction action() {
        return switch (cause) {
            case SHUTDOWN -> vm.policy().onShutdown();
            case HOST_LOST -> vm.policy().onHostLoss();
            case CRASHED, STOPPED -> vm.policy().onCrash();
            case FAILED -> PolicyAction.RESTART;
        };
    }

    private void restart() {
        int count = vm.restarts().count() + 1;
        if (count > context.settings.restartLimit()) {
            put(
                    VmState.ERROR,
                    what() + "; not restarted again after " + (count - 1) + " restarts in a row",
                    Restarts.NONE,
                    Power.STOPPED);
            fail();
            return;
        }
        Duration pause = context.settings.backoff(cause == EndCause.FAILED ? count + 1 : count);
        Instant at = context.now.plus(pause);
        String reason = what() + "; restart " + count + " of " + context.settings.restartLimit() + " "
                + Times.span(pause) + " by policy " + policy() + "=restart";
        put(VmState.STOPPED, reason, new Restarts(count, Optional.of(at), false), vm.desired());
        Tasks.say(context.draft, vm.task(), reason, 0, context.now);
        context.wake(at, Kind.VM, vm.id());
    }

    private void stopped(String reason) {
        put(VmState.STOPPED, reason, Restarts.NONE, Power.STOPPED);
    }

    private void put(VmState state, String reason, Restarts restarts, Power desired) {
        Vm current = context.draft.state().find(Vm.class, vm.id()).orElse(vm);
        boolean taskOver = restarts.notBefore().isEmpty();
        context.draft.put(current.edit()
                .noRun()
                .desired(desired)
                .restarts(restarts)
                .state(state, reason, context.now)
                .task(taskOver ? Optional.empty() : vm.task())
                .build());
    }

    private void fail() {
        Problem why = Problem.failed("guest-ended", what(), "See why it ended; then start it again.");
        Tasks.fail(context.draft, vm.task(), why, context.now);
    }

    private String what() {
        String detail = guest.detail().isEmpty() ? "" : " (" + guest.detail() + ")";
        return switch (cause) {
            case SHUTDOWN -> "the guest powered itself off" + detail;
            case CRASHED, STOPPED -> "the guest crashed" + detail;
            case FAILED -> "it could not be started" + detail;
            case HOST_LOST -> "its host rebooted" + detail;
        };
    }

    private String policy() {
        return switch (cause) {
            case SHUTDOWN -> "onShutdown";
            case HOST_LOST -> "onHostLoss";
            case CRASHED, STOPPED, FAILED -> "onCrash";
        };
    }
}
