package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.node.NodeAnswer;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.node.Waiting;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Job;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One node after the other, whoever leads last, and not before it has handed over. After each it is waited until the node serves
 * and votes again; the first that does not ends it. One that is ill already is the first of all.
 */
final class Rolling {
    private static final Duration HAND_OVER = Duration.ofSeconds(30);

    private final Session session;
    private final Map<String, NodeStatus> before = new ConcurrentHashMap<>();

    Rolling(Session session) {
        this.session = session;
    }

    /** Does this on these nodes, in the right order. */
    List<HostReport> run(List<Node> nodes, Job job) throws InterruptedException {
        look(nodes);
        List<Target> targets = Session.targets(ordered(nodes));
        if (session.context().settings().dryRun()) {
            return session.fanout().inTurn(targets, (target, step) -> Outcome.ok("would be next"));
        }
        return session.fanout().inTurn(targets, (target, step) -> one(target, step, job));
    }

    /** With a voter missing already, the next one might be one too many, unless it is the one that is ill itself. */
    private void look(List<Node> chosen) throws InterruptedException {
        List<HostReport> reports = session.fanout()
                .run(Session.targets(session.cluster().nodes()), (target, step) -> {
                    step.accept("asking");
                    NodeAnswer answer = session.nodes().status(target);
                    answer.status().ifPresent(status -> before.put(target.name(), status));
                    return answer.status().isPresent() ? Outcome.ok("") : answer.trouble();
                });
        List<String> ill = session.cluster().nodes().stream()
                .filter(node -> counts(node) && !well(node))
                .map(Node::name)
                .toList();
        if (!ill.isEmpty() && !mended(ill, chosen)) {
            String why = reports.stream()
                    .filter(report -> ill.contains(report.host()) && !report.good())
                    .map(report -> report.host() + " " + report.detail())
                    .findFirst()
                    .orElse(ill.get(0) + " does not serve");
            throw Refusal.failed(
                    "not begun: " + why + ", and one more away might be too many",
                    "See cluster ping, and bring " + String.join(", ", ill) + " up first.");
        }
    }

    /** Whether the only one that is ill is among those that are to change: this may be what it needs, and it is the first. */
    private boolean mended(List<String> ill, List<Node> chosen) {
        return ill.size() == 1
                && before.containsKey(ill.get(0))
                && chosen.stream().map(Node::name).anyMatch(ill.get(0)::equals);
    }

    private static boolean counts(Node node) {
        return node.isManager() || node.voter().isPresent();
    }

    private boolean well(Node node) {
        Optional<NodeStatus> status = Optional.ofNullable(before.get(node.name()));
        return status.filter(known -> known.serving() && (node.voter().isEmpty() || known.inQuorum()))
                .isPresent();
    }

    private List<Node> ordered(List<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparingInt(this::rank)).toList();
    }

    private int rank(Node node) {
        Optional<NodeStatus> status = Optional.ofNullable(before.get(node.name()));
        if (counts(node) && !well(node)) {
            return -1;
        }
        if (status.filter(NodeStatus::leads).isPresent()) {
            return 4;
        }
        if (status.flatMap(NodeStatus::voter).filter("leader"::equals).isPresent()) {
            return 3;
        }
        return node.isManager() ? 2 : node.voter().isPresent() ? 1 : 0;
    }

    private Outcome one(Target target, Consumer<String> step, Job job) throws InterruptedException {
        Node node = session.cluster().find(target.name()).orElseThrow();
        if (node.isManager()) {
            handOver(target, node, step);
        }
        Outcome done = job.run(target, step);
        if (!done.good()) {
            return done;
        }
        step.accept("waiting until it serves");
        Outcome well = waiting(session.context().settings().limit()).untilWell(node);
        return well.good() ? done : well;
    }

    /** If it can't, the manager's own end hands over too, only not as early. */
    private void handOver(Target target, Node node, Consumer<String> step) throws InterruptedException {
        boolean leads = session.nodes()
                .status(target)
                .status()
                .filter(NodeStatus::leads)
                .isPresent();
        if (!leads || session.cluster().managers().size() < 2) {
            return;
        }
        step.accept("handing the leadership over");
        Outcome given = new ManagerShell(session.nodes(), HAND_OVER).handOver(target);
        if (given.good()) {
            waiting(HAND_OVER).until(node, status -> status.leads() ? Optional.of("it leads") : Optional.empty());
        } else {
            step.accept("not handed over: " + given.detail());
        }
    }

    private Waiting waiting(Duration limit) {
        return new Waiting(session.nodes(), session.pause(), limit);
    }
}
