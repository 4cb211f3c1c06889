package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cluster deploy}. */
@Command(
        name = "deploy",
        description = {
            "Copies edog, settings and keys to the hosts; only what differs.",
            "Starts and stops nothing. A node that runs keeps its version until 'cluster upgrade'."
        })
final class ClusterDeploy extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all).")
    private List<String> hosts = new ArrayList<>();

    @Mixin
    private DistributionOption distribution = new DistributionOption();

    ClusterDeploy(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        if (!session.directory().changes(session.cluster()).isEmpty()) {
            throw Refusal.failed(
                    "cluster conf was not finished, or a certificate ends soon", "First: appctl cluster conf");
        }
        Deployment deployment = new Deployment(session, distribution.find(session.context()), true);
        List<HostReport> reports = session.fanout().run(Session.targets(session.select(hosts)), deployment::run);
        return session.context().show(Summary.of("cluster deploy", reports));
    }
}
