package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Ports;
import io.edog.appctl.plan.ListenAddress;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Rsync;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code web conf}. */
@Command(
        name = "conf",
        description = {"Says where page and API listen on each node.", "Takes effect with the next 'cluster restart'."})
final class WebConf extends ChangingCommand {
    private static final Pattern WHERE = Pattern.compile("(\\[[0-9A-Fa-f:]+]|[0-9A-Za-z.-]+):([1-9][0-9]{0,4})");
    private static final int MOST = 65_535;

    @Parameters(paramLabel = "ADDRESS:PORT", description = "0.0.0.0 is every address; the usual port is 9501.")
    private String where = "";

    WebConf(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        Ports ports = ports(session.cluster().ports());
        ListenAddress.check(ports.httpAddress(), session.cluster().managers().size());
        Cluster wanted = session.cluster().withPorts(ports);
        if (!session.context().settings().dryRun()) {
            session.save(wanted);
        }
        List<HostReport> reports = session.fanout()
                .run(Session.targets(session.cluster().nodes()), (target, step) -> {
                    step.accept("copying settings");
                    Finished copied = new SettingsCopy(session).run(target);
                    boolean changed = Rsync.changes(copied) > 0;
                    return copied.ok()
                            ? Outcome.ok(changed ? "listens at " + where + " after its restart" : "nothing changed")
                            : Trouble.of(target, copied, "rsync");
                });
        return session.context().show(Summary.of("web conf", reports));
    }

    private Ports ports(Ports present) {
        Matcher matcher = WHERE.matcher(where);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MOST) {
            throw Refusal.usage("'" + where + "' is no ADDRESS:PORT", "Such as 0.0.0.0:9501.");
        }
        return present.withHttpAddress(matcher.group(1)).withHttp(Integer.parseInt(matcher.group(2)));
    }
}
