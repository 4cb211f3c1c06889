package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code action libvirt_start}. */
@Command(
        name = "libvirt_start",
        description = "Starts libvirt on the agents where it does not run. Never restarts one that does.")
final class LibvirtStart extends ChangingCommand {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SCRIPT = """
            answers() { virsh -q -c qemu:///system version >/dev/null 2>&1; }
            if answers; then echo 'runs already'; exit 0; fi
            if [ -d /run/systemd/system ]; then
              systemctl start libvirtd.service || exit 1
            elif command -v service >/dev/null 2>&1 && [ -x /etc/init.d/libvirtd ]; then
              service libvirtd start || exit 1
            else
              libvirtd --daemon || exit 1
            fi
            for _ in 1 2 3 4 5 6 7 8 9 10; do
              if answers; then echo started; exit 0; fi
              sleep 1
            done
            echo 'libvirt was started, but does not answer' >&2
            exit 1
            """;

    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all agents).")
    private List<String> hosts = new ArrayList<>();

    LibvirtStart(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<HostReport> reports = session.fanout()
                .run(Session.targets(session.select(session.cluster().agents(), hosts)), (target, step) -> {
                    step.accept("starting libvirt");
                    return start(session, target);
                });
        return session.context().show(Summary.of("action libvirt_start", reports));
    }

    private static Outcome start(Session session, Target target) throws InterruptedException {
        if (session.context().settings().dryRun()) {
            return Outcome.ok("would start libvirt, if it does not run");
        }
        Finished finished = session.ssh().run(target.address(), List.of("sh", "-s"), SCRIPT, LIMIT);
        return finished.ok() ? Outcome.ok(finished.lastWords()) : Trouble.of(target, finished, "libvirt");
    }
}
