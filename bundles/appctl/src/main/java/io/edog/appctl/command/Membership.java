package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Job;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a running cluster into another: first those who come, then those who vote no more, then those who go, one after the other.
 * The list of members is written at each step, so that an interrupted change is finished by giving the same command again.
 */
final class Membership {
    private final Session session;
    private final Coming coming;
    private final Going going;

    Membership(Session session, Distribution distribution) {
        this.session = session;
        this.coming = new Coming(session, distribution);
        this.going = new Going(session);
    }

    /**
     * Does it.
     *
     * @param named the nodes that the caller named: looked at even if the list has them already
     */
    List<HostReport> reach(Cluster wanted, Set<String> named) throws InterruptedException {
        Cluster present = session.cluster();
        List<Node> more = wanted.nodes().stream()
                .filter(node -> named.contains(node.name()) || gains(present, node))
                .toList();
        List<Node> silent = wanted.nodes().stream()
                .filter(node -> node.voter().isEmpty() && votes(present, node) && !more.contains(node))
                .toList();
        List<Node> gone = present.nodes().stream()
                .filter(node -> wanted.find(node.name()).isEmpty())
                .toList();
        List<HostReport> reports = new ArrayList<>();
        phase(reports, more, (target, step) -> coming.run(wanted, target, step));
        phase(reports, silent, (target, step) -> going.vote(target, step));
        phase(reports, gone, (target, step) -> going.run(target, step));
        if (reports.stream().allMatch(HostReport::good) && !dryRun()) {
            tellTheOthers(reports);
        }
        return List.copyOf(reports);
    }

    /**
     * Some nodes lose a role.
     *
     * @param stay the names of those that have another
     */
    List<HostReport> leave(Cluster wanted, List<Node> leaving, Set<String> stay) throws InterruptedException {
        List<HostReport> reports = new ArrayList<>();
        List<Node> staying =
                leaving.stream().filter(node -> stay.contains(node.name())).toList();
        phase(reports, coming(wanted, staying), (target, step) -> coming.run(wanted, target, step));
        phase(reports, staying, (target, step) -> going.lessOf(wanted, target, step));
        if (reports.stream().allMatch(HostReport::good)) {
            reports.addAll(reach(wanted, Set.of()));
        }
        return List.copyOf(reports);
    }

    private List<Node> coming(Cluster wanted, List<Node> but) {
        Cluster present = session.cluster();
        Set<String> not = new HashSet<>(but.stream().map(Node::name).toList());
        return wanted.nodes().stream()
                .filter(node -> !not.contains(node.name()) && gains(present, node))
                .toList();
    }

    private void phase(List<HostReport> reports, List<Node> nodes, Job job) throws InterruptedException {
        boolean goOn = reports.stream().allMatch(HostReport::good);
        List<Target> targets = Session.targets(nodes);
        if (!goOn) {
            targets.forEach(target -> reports.add(HostReport.skipped(target, "left as it was")));
        } else if (dryRun()) {
            targets.forEach(target -> reports.add(HostReport.of(target, Outcome.ok("would be changed"), 0)));
        } else {
            reports.addAll(session.fanout().inTurn(targets, job));
        }
    }

    /** Who votes has changed: that takes effect at their next start, as clients find the voters by themselves till then. */
    private void tellTheOthers(List<HostReport> reports) throws InterruptedException {
        Set<String> done = new HashSet<>(reports.stream().map(HostReport::host).toList());
        List<Node> others = session.cluster().nodes().stream()
                .filter(node -> !done.contains(node.name()))
                .toList();
        reports.addAll(session.fanout().run(Session.targets(others), (target, step) -> {
            step.accept("copying settings");
            Finished copied = new SettingsCopy(session).run(target);
            return copied.ok() ? Outcome.ok("knows") : Trouble.of(target, copied, "rsync");
        }));
    }

    private boolean dryRun() {
        return session.context().settings().dryRun();
    }

    private static boolean gains(Cluster present, Node node) {
        return present.find(node.name())
                .map(before -> !before.roles().containsAll(node.roles())
                        || (node.voter().isPresent() && before.voter().isEmpty()))
                .orElse(true);
    }

    private static boolean votes(Cluster present, Node node) {
        return present.find(node.name()).flatMap(Node::voter).isPresent();
    }
}
