package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import picocli.CommandLine.Command;

/** {@code action cluster_stop}: {@code cluster stop} of all nodes. */
@Command(name = "cluster_stop", description = "The same as 'cluster stop'.")
final class ActionStop extends ClusterStop {
    ActionStop(Context context) {
        super(context);
    }
}
