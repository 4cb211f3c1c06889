package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.NodeAnswer;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
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
        boolean first = !dryRun && !session.cluster().founded();
        if (first) {
            List<HostReport> there = ask(nodes);
            if (there.stream().noneMatch(HostReport::good)) {
                return session.context().show(Summary.of(command, there));
            }
            new Seats(session).founding();
        }
        List<HostReport> reports = start(nodes);
        Optional<String> trouble = dryRun ? Optional.empty() : new Seats(session).take(reports);
        int code = session.context().show(Summary.of(command, reports));
        trouble.ifPresent(session.context()::say);
        if (first && reports.stream().noneMatch(HostReport::good)) {
            session.context()
                    .say(
                            "The cluster counts as started, as some of it may have been: its members stay as they are until"
                                    + " it serves. Mend what is said above, then: appctl cluster start");
        }
        return trouble.isPresent() && code == ExitCode.OK ? ExitCode.FAILED : code;
    }

    /** Who does not even answer starts nothing: if none does, other hosts can still be chosen. */
    private List<HostReport> ask(List<Node> nodes) throws InterruptedException {
        return session.fanout().run(Session.targets(nodes), (target, step) -> {
            step.accept("asking");
            NodeAnswer answer = session.nodes().status(target);
            return answer.status().isPresent() ? Outcome.ok("") : answer.trouble();
        });
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
