package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code manager stop}. */
@Command(
        name = "stop",
        description = {
            "Stops managers. Virtual machines run on.",
            "A host that is an agent as well stops as a whole: its virtual machines read unknown until it is back."
        })
final class ManagerStop extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all managers).")
    private List<String> hosts = new ArrayList<>();

    ManagerStop(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Stopping(session)
                .only(
                        Role.MANAGER,
                        "manager stop",
                        session.select(session.cluster().managers(), hosts),
                        false);
    }
}
