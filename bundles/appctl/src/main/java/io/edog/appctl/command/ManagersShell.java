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

    /**
     * Gives it.
     *
     * @param already what the shell says where it was done before
     */
    int run(String command, String words, String well, String already) throws InterruptedException {
        ManagerShell shell =
                new ManagerShell(session.nodes(), session.context().settings().limit());
        boolean dryRun = session.context().settings().dryRun();
        List<HostReport> reports = session.fanout()
                .run(Session.targets(session.cluster().managers()), (target, step) -> {
                    step.accept(words);
                    Outcome outcome = shell.order(target, words);
                    boolean done = outcome.good() || outcome.detail().contains(already);
                    return done && !dryRun ? Outcome.ok(well) : outcome;
                });
        return session.context().show(Summary.of(command, reports));
    }
}
