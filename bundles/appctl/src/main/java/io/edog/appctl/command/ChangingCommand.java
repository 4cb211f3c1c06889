package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;

/** A command that changes the cluster: one at a time. */
abstract class ChangingCommand extends HostsCommand {
    ChangingCommand(Context context) {
        super(context);
    }

    @Override
    final int run(Session session) throws Exception {
        if (session.context().settings().dryRun()) {
            return change(session);
        }
        try (AutoCloseable lock = session.directory().lock()) {
            return change(session);
        }
    }

    /** Does it; returns the exit code. */
    abstract int change(Session session) throws Exception;
}
