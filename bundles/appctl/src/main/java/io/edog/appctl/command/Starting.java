package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Starts nodes: first the processes of all, then each is waited for, as none serves before most of the voters are there. */
final class Starting {
    private final Session session;

    Starting(Session session) {
        this.session = session;
    }

    int run(String command, List<Node> nodes) throws InterruptedException {
        boolean dryRun = session.context().settings().dryRun();
        if (!dryRun) {
            new Seats(session).founding();
        }
        List<HostReport> reports = start(nodes);
        Optional<String> trouble = dryRun ? Optional.empty() : new Seats(session).take(reports);
        int code = session.context().show(Summary.of(command, reports));
        trouble.ifPresent(session.context()::say);
        return trouble.isPresent() && code == ExitCode.OK ? ExitCode.FAILED : code;
    }

    private List<HostReport> start(List<Node> nodes) throws InterruptedException {
        List<HostReport> started = session.fanout().run(Session.targets(nodes), (target, step) -> {
            step.accept("starting");
            return session.nodes().order(target, "started", "start");
        });
        if (session.context().settings().dryRun()) {
            return started;
        }
        Map<String, HostReport> good = started.stream()
                .filter(HostReport::good)
                .collect(Collectors.toMap(HostReport::host, Function.identity()));
        List<Target> waiting = Session.targets(
                nodes.stream().filter(node -> good.containsKey(node.name())).toList());
        List<HostReport> served = session.fanout().run(waiting, (target, step) -> {
            step.accept("waiting until it serves");
            return session.nodes().orderAndWait(target, "serves", "start");
        });
        return merge(started, served);
    }

    private static List<HostReport> merge(List<HostReport> first, List<HostReport> second) {
        Map<String, HostReport> later =
                second.stream().collect(Collectors.toMap(HostReport::host, Function.identity()));
        List<HostReport> all = new ArrayList<>();
        first.forEach(report -> all.add(Optional.ofNullable(later.get(report.host()))
                .map(next -> next.after(report))
                .orElse(report)));
        return List.copyOf(all);
    }
}
