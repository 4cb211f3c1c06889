package io.edog.core.decide;

import io.edog.api.command.AccountCommand;
import io.edog.api.command.CancelTask;
import io.edog.api.command.ClusterCommand;
import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand;
import io.edog.api.command.VmCommand;
import io.edog.api.model.Reply;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import io.edog.core.AccessPolicy;
import io.edog.core.Draft;

/** Turns an intent into facts, or refuses it. Pure: the same arguments give the same decision. */
public final class Decider {
    private Decider() {}

    /** Decides a command on a state. */
    public static Decision decide(ClusterState state, Command command, Context context) {
        Draft draft = new Draft(state);
        try {
            Context present = context.of(new Callers(state).known(context.principal(), command));
            AccessPolicy.require(present.principal(), command);
            Reply reply = dispatch(draft, command, present);
            return new Decision.Accepted(draft.changes(), reply);
        } catch (ProblemException refused) {
            return new Decision.Rejected(refused.problem());
        }
    }

    private static Reply dispatch(Draft draft, Command command, Context context) {
        if (command instanceof VmCommand vm) {
            return new VmDecider(draft, context).decide(vm);
        }
        if (command instanceof StorageCommand storage) {
            return new StorageDecider(draft, context).decide(storage);
        }
        if (command instanceof AccountCommand account) {
            return new AccountDecider(draft, context).decide(account);
        }
        if (command instanceof ClusterCommand cluster) {
            return new ClusterDecider(draft, context).decide(cluster);
        }
        return new TaskDecider(draft, context).cancel((CancelTask) command);
    }
}
