package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import picocli.CommandLine.Command;

/** {@code web stop}. */
@Command(name = "stop", description = "Takes the page away on all managers; API and shell stay.")
final class WebStop extends ChangingCommand {
    WebStop(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new ManagersShell(session)
                .run("web stop", "feature:uninstall edog-web", "the page is away", "is not installed");
    }
}
