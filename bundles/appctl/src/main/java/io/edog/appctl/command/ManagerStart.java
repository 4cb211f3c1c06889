package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code manager start}. */
@Command(name = "start", description = "Starts the managers, and waits until they serve.")
final class ManagerStart extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all managers).")
    private List<String> hosts = new ArrayList<>();

    ManagerStart(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Starting(session)
                .run("manager start", session.select(session.cluster().managers(), hosts));
    }
}
