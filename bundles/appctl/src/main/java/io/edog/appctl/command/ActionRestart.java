package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import picocli.CommandLine.Command;

/** {@code action cluster_restart}: {@code cluster restart} of all nodes. */
@Command(name = "cluster_restart", description = "The same as 'cluster restart'.")
final class ActionRestart extends ClusterRestart {
    ActionRestart(Context context) {
        super(context);
    }
}
