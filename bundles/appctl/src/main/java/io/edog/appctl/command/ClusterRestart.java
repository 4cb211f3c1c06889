package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cluster restart}. */
@Command(
        name = "restart",
        description = {
            "Restarts one node after the other, the leader last; guests and clients notice nothing.",
            "Each has to be well before the next; the first that is not ends it."
        })
class ClusterRestart extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all).")
    private List<String> hosts = new ArrayList<>();

    ClusterRestart(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<HostReport> reports = new Rolling(session).run(session.select(hosts), (target, step) -> {
            step.accept("restarting");
            return session.nodes().orderAndWait(target, "restarted", "restart");
        });
        return session.context().show(Summary.of("cluster restart", reports));
    }
}
