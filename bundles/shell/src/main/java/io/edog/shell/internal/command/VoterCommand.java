package io.edog.shell.internal.command;

import io.edog.api.member.Ensemble;
import io.edog.api.member.EnsembleException;
import io.edog.api.service.Problem;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;

/** What the commands on ZooKeeper's voters share: they are an administrator's. */
public abstract class VoterCommand extends EdogCommand {

    /** Carries the command out. */
    protected abstract void run(Call call, Ensemble ensemble);

    @Override
    protected final void run(Call call) {
        if (!call.principal().administrator()) {
            throw Failure.of(Problem.forbidden("The voters are an administrator's business.", "Ask an administrator."));
        }
        try {
            run(call, call.ensemble());
        } catch (EnsembleException e) {
            throw Failure.of(Problem.failed(
                    "voters", String.valueOf(e.getMessage()), "See edog:voter-list, and the log of ZooKeeper."));
        }
    }
}
