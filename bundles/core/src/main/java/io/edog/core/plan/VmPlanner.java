package io.edog.core.plan;

import io.edog.api.bus.GuestReport;
import io.edog.api.model.Run;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.core.Tasks;
import java.util.Optional;

/** Looks at one VM: one with a run follows its host's reports, one without may need a start. */
final class VmPlanner {
    private VmPlanner() {}

    /** Whether it has no run and waits for something that other objects decide. */
    static boolean waiting(Vm vm) {
        return vm.run().isEmpty() && (vm.state() == VmState.CREATING || VmStart.wanted(vm));
    }

    static void plan(PlanContext context, String id) {
        context.draft
                .state()
                .find(Vm.class, id)
                .ifPresent(vm ->
                        vm.run().ifPresentOrElse(run -> running(context, vm, run), () -> VmStart.plan(context, vm)));
    }

    private static void running(PlanContext context, Vm vm, Run run) {
        if (context.early(run.host())) {
            return;
        }
        Optional<Observation.Seen> seen = context.observation.of(run.host());
        Optional<String> silence = seen.map(s -> s.silence(context.now, context.settings.agentTimeout()))
                .orElse(Optional.of("no report of host " + run.host() + " has been seen yet"));
        if (silence.isPresent()) {
            unknown(context, vm, silence.get());
            return;
        }
        Optional<GuestReport> guest = seen.flatMap(s -> s.report().guest(vm.id(), run.number()));
        if (guest.isPresent()) {
            GuestPlanner.follow(context, vm, guest.get());
        }
    }

    private static void unknown(PlanContext context, Vm vm, String why) {
        context.draft.put(vm.edit().state(VmState.UNKNOWN, why, context.now).build());
        Tasks.say(context.draft, vm.task(), "Waiting: " + why, 0, context.now);
    }
}
