package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import java.util.List;

/** One command in the shells of all managers. */
final class ManagersShell {
    private final Session session;

    ManagersShell(Session session) {
        this.session = session;
    }

    int run(String command, String words, String well) throws InterruptedException {
        ManagerShell shell =
                new ManagerShell(session.nodes(), session.context().settings().limit());
        boolean dryRun = session.context().settings().dryRun();
        List<HostReport> reports = session.fanout()
                .run(Session.targets(session.cluster().managers()), (target, step) -> {
                    step.accept(words);
                    Outcome outcome = shell.order(target, words);
                    return outcome.good() && !dryRun ? Outcome.ok(well) : outcome;
                });
        return session.context().show(Summary.of(command, reports));
    }
}
