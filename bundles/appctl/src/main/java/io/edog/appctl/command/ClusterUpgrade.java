package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cluster upgrade}. */
@Command(
        name = "upgrade",
        description = {
            "Copies another version to the hosts, then has one node after the other use it, the leader last.",
            "Until --finalize the way back is open: 'cluster upgrade --to' with the old version."
        })
final class ClusterUpgrade extends ChangingCommand {
    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all).")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--to", paramLabel = "VERSION", description = "A version that the hosts have; nothing is copied.")
    private Optional<String> version = Optional.empty();

    @Option(
            names = "--finalize",
            description =
                    "After an upgrade of all managers: write the newest format from now on. There is no way back.")
    private boolean finish;

    @Mixin
    private DistributionOption distribution = new DistributionOption();

    ClusterUpgrade(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        if (finish) {
            return finish(session);
        }
        String wanted =
                version.orElseGet(() -> distribution.find(session.context()).version());
        if (version.isEmpty()) {
            Deployment deployment = new Deployment(session, distribution.find(session.context()), false);
            List<HostReport> copied = session.fanout().run(Session.targets(session.select(hosts)), deployment::run);
            Summary summary = Summary.of("cluster upgrade to " + wanted + ", copying", copied);
            if (!summary.ok()) {
                return session.context().show(summary);
            }
        }
        List<HostReport> reports =
                new Rolling(session).run(session.select(hosts), (target, step) -> use(session, target, step, wanted));
        return session.context().show(Summary.of("cluster upgrade to " + wanted, reports));
    }

    private static Outcome use(Session session, Target target, Consumer<String> step, String version)
            throws InterruptedException {
        step.accept("switching to " + version);
        Outcome switched = session.nodes().order(target, "", "use", version);
        if (!switched.good()) {
            return switched;
        }
        step.accept("restarting with " + version);
        return session.nodes().orderAndWait(target, "runs " + version, "restart");
    }

    private static int finish(Session session) throws InterruptedException {
        boolean dryRun = session.context().settings().dryRun();
        if (!dryRun && !session.context().consented("Give up the way back to the older version?")) {
            throw Refusal.failed("not finalised", "The older format goes on being written.");
        }
        ManagerShell shell =
                new ManagerShell(session.nodes(), session.context().settings().limit());
        Managers managers = new Managers(session);
        Outcome done = shell.finalizeUpgrade(managers.serving());
        String well = dryRun ? done.detail() + "\n" : "finalised\n";
        session.context().show(done, done.good() ? well : "not finalised: " + done.detail() + "\n" + done.cure());
        return done.good() ? ExitCode.OK : done.kind().code();
    }
}
