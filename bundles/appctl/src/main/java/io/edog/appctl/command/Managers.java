package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.NodeAnswer;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The managers as they are at the moment. */
final class Managers {
    private final Session session;

    Managers(Session session) {
        this.session = session;
    }

    /** A manager that answers, the leader if it is among them. */
    Target serving() throws InterruptedException {
        return servingBut(Optional.empty())
                .orElseThrow(() -> new Refusal(ExitCode.UNREACHABLE, "no manager answers", "See: appctl cluster ping"));
    }

    /** The same, without one of them. */
    Optional<Target> servingBut(Optional<String> excepted) throws InterruptedException {
        Map<String, NodeStatus> known = new ConcurrentHashMap<>();
        List<Node> managers = session.cluster().managers().stream()
                .filter(node -> !excepted.equals(Optional.of(node.name())))
                .toList();
        session.fanout().run(Session.targets(managers), (target, step) -> {
            NodeAnswer answer = session.nodes().status(target);
            answer.status().ifPresent(status -> known.put(target.name(), status));
            return answer.status().isPresent() ? Outcome.ok("") : answer.trouble();
        });
        return managers.stream()
                .filter(node -> has(known, node, NodeStatus::serving))
                .min(Comparator.comparing(node -> !has(known, node, NodeStatus::leads)))
                .map(Target::of);
    }

    private static boolean has(Map<String, NodeStatus> known, Node node, Predicate<NodeStatus> quality) {
        return Optional.ofNullable(known.get(node.name())).filter(quality).isPresent();
    }
}
