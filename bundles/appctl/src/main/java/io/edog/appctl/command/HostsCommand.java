package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import java.util.concurrent.Callable;

/** A command on hosts of the cluster. */
abstract class HostsCommand implements Callable<Integer> {
    private final Context context;

    HostsCommand(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        try (Session session = context.session()) {
            return run(session);
        }
    }

    /** Does it; returns the exit code. */
    abstract int run(Session session) throws Exception;
}
