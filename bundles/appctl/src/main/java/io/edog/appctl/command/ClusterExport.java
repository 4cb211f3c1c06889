package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.ClusterXml;
import io.edog.appctl.inventory.Node;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code cluster export}. */
@Command(
        name = "export",
        description = "Prints the agents as the cluster.xml of the first edog; 'cluster conf --import' reads it.")
final class ClusterExport extends HostsCommand {
    ClusterExport(Context context) {
        super(context);
    }

    @Override
    int run(Session session) {
        List<String> addresses =
                session.cluster().agents().stream().map(Node::address).toList();
        session.context().show(addresses, ClusterXml.write(session.cluster()));
        return ExitCode.OK;
    }
}
