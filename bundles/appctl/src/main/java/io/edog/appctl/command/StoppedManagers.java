package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.List;
import java.util.function.Predicate;

/** One order to managers that are stopped; those that run refuse it by themselves. */
final class StoppedManagers {
    private final Session session;
    private final List<String> hosts;

    StoppedManagers(Session session, List<String> hosts) {
        this.session = session;
        this.hosts = hosts;
    }

    int run(String command, Predicate<Context> agreed, List<String> words) throws InterruptedException {
        var nodes = session.select(session.cluster().managers(), hosts);
        if (!session.context().settings().dryRun() && !agreed.test(session.context())) {
            throw Refusal.failed("nothing was done", "Give the command again to do it.");
        }
        new Stopped(session).refuseOthers(nodes, "");
        List<HostReport> reports = session.fanout().run(Session.targets(nodes), (target, step) -> {
            step.accept(command);
            return session.nodes().order(target, "done", words.toArray(new String[0]));
        });
        return session.context().show(Summary.of(command, reports));
    }
}
