package io.edog.core.decide;

import io.edog.api.command.CancelTask;
import io.edog.api.model.Power;
import io.edog.api.model.Reply;
import io.edog.api.model.Restarts;
import io.edog.api.model.Task;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.core.Draft;
import io.edog.core.Tasks;
import java.util.Optional;

/** Decides the cancelling of tasks. Only what has not reached a host yet can be called off. */
final class TaskDecider {
    private final Draft draft;
    private final Context context;
    private final Lookup lookup;

    TaskDecider(Draft draft, Context context) {
        this.draft = draft;
        this.context = context;
        this.lookup = new Lookup(draft.state(), context.principal());
    }

    Reply cancel(CancelTask command) {
        Task task = lookup.subject(Task.class, command.task());
        if (task.state().finished()) {
            throw Check.wrongState("Task " + task.id() + " is finished.", "There is nothing to cancel.");
        }
        Optional<Vm> waiting = draft.state()
                .find(Vm.class, task.subject())
                .filter(vm -> task.kind().equals("vm.start") && vm.run().isEmpty());
        Vm vm = waiting.orElseThrow(() -> Check.wrongState(
                "A host already works on it.", "Let it finish; then undo it, by stopping the VM for instance."));
        Tasks.cancel(draft, Optional.of(task.id()), "Cancelled.", context.now());
        draft.put(vm.edit()
                .desired(Power.STOPPED)
                .restarts(Restarts.NONE)
                .task(Optional.empty())
                .state(VmState.STOPPED, "the start was cancelled", context.now())
                .build());
        return new Reply(task.id(), Optional.of(task.id()));
    }
}
