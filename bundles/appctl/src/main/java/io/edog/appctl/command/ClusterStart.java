package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cluster start}. */
@Command(
        name = "start",
        description = {"Starts the nodes, and waits until they serve.", "What runs already is left alone."})
final class ClusterStart extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all).")
    private List<String> hosts = new ArrayList<>();

    ClusterStart(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Starting(session).run("cluster start", session.select(hosts));
    }
}
