package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.NodeAnswer;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is done to a node's data wants the node there and stopped. Looked at before anything is changed. */
final class Stopped {
    private final Session session;

    Stopped(Session session) {
        this.session = session;
    }

    /** Whether a node is stopped. */
    Outcome look(Target target) throws InterruptedException {
        NodeAnswer answer = session.nodes().status(target);
        if (answer.status().isEmpty()) {
            return answer.trouble();
        }
        boolean down =
                answer.status().map(NodeStatus::state).filter("down"::equals).isPresent();
        return down
                ? Outcome.ok("is stopped")
                : Outcome.failed("runs", "Stop it first, its guests run on: appctl cluster stop " + target.name());
    }

    /**
     * Refuses if any of them is not.
     *
     * @param gone what may be done about those that can't be brought up; their names follow
     */
    void refuseOthers(List<Node> nodes, String gone) throws InterruptedException {
        List<HostReport> others = session.fanout().run(Session.targets(nodes), (target, step) -> look(target)).stream()
                .filter(report -> !report.good())
                .toList();
        if (!others.isEmpty()) {
            throw Refusal.failed(
                    "they have to be there and stopped: "
                            + others.stream()
                                    .map(report -> report.host() + " " + report.detail())
                                    .collect(Collectors.joining("; ")),
                    cure(others, gone));
        }
    }

    private static String cure(List<HostReport> others, String gone) {
        String absent = names(others, report -> report.result() != Outcome.Kind.FAILED);
        String running = names(others, report -> report.result() == Outcome.Kind.FAILED);
        String stop = running.isEmpty() ? "" : "appctl cluster stop " + running + " (guests run on). ";
        String bring = absent.isEmpty() ? "" : "Bring up " + absent + "." + (gone.isEmpty() ? "" : gone + " " + absent);
        return (stop + bring).strip();
    }

    private static String names(List<HostReport> reports, Predicate<HostReport> which) {
        return reports.stream().filter(which).map(HostReport::host).collect(Collectors.joining(" "));
    }
}
