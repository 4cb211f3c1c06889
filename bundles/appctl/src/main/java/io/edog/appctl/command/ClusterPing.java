package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.node.Pulse;
import io.edog.appctl.node.Pulses;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cluster ping}. */
@Command(
        name = "ping",
        description = {
            "Tells how each node is: who leads, who follows, versions, how far each manager is behind.",
            "Exit code 0 when all are well."
        })
final class ClusterPing extends HostsCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all).")
    private List<String> hosts = new ArrayList<>();

    ClusterPing(Context context) {
        super(context);
    }

    @Override
    int run(Session session) throws InterruptedException {
        Pulses pulses = new Pulses();
        List<HostReport> reports = session.fanout().run(Session.targets(session.select(hosts)), (target, step) -> {
            step.accept("asking");
            return pulses.ask(
                    session.nodes(), session.cluster().find(target.name()).orElseThrow());
        });
        List<Pulse> answers = pulses.inOrderOf(session.cluster());
        Summary summary = Summary.of("cluster ping", reports);
        Pings pings = new Pings(session.cluster(), answers, reports);
        session.context().show(pings.json(), pings.text());
        return summary.ok() && !pings.leaderMissing() ? ExitCode.OK : Math.max(ExitCode.FAILED, summary.exitCode());
    }
}
