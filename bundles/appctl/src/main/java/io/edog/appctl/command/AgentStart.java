package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code agent start}. */
@Command(name = "start", description = "Starts the agents, and waits until they serve.")
final class AgentStart extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all agents).")
    private List<String> hosts = new ArrayList<>();

    AgentStart(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Starting(session)
                .run("agent start", session.select(session.cluster().agents(), hosts));
    }
}
