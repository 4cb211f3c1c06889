package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agent stop}. */
@Command(
        name = "stop",
        description = {
            "Stops agents. Their virtual machines run on, unless --vms is given.",
            "A host that is a manager or witness as well stops as a whole."
        })
final class AgentStop extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all agents).")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--vms", description = "Shut down the virtual machines of these hosts too.")
    private boolean vms;

    AgentStop(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Stopping(session)
                .only(Role.AGENT, "agent stop", session.select(session.cluster().agents(), hosts), vms);
    }
}
