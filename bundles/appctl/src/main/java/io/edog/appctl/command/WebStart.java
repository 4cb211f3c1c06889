package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import picocli.CommandLine.Command;

/** {@code web start}. */
@Command(name = "start", description = "Installs the page on all managers.")
final class WebStart extends ChangingCommand {
    WebStart(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new ManagersShell(session)
                .run("web start", "feature:install edog-web", "the page is there", "is already installed");
    }
}
