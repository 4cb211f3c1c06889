package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.NodeAnswer;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.work.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether most voters live, though no manager serves: managers that are down don't take the voters with them. */
final class Majority {
    private final Session session;
    private final List<Node> left;
    private final Map<String, NodeStatus> known = new ConcurrentHashMap<>();

    Majority(Session session, List<Node> dead) {
        this.session = session;
        this.left = session.cluster().voters().stream()
                .filter(node -> !dead.contains(node))
                .toList();
    }

    /** Who goes on alone while others have a majority gives up what those have acknowledged. */
    void refuseWhereItMayLive() throws InterruptedException {
        ask();
        List<String> names = left.stream().map(Node::name).toList();
        List<String> together = names.stream().filter(this::inQuorum).toList();
        if (!together.isEmpty()) {
            throw Refusal.failed(
                    "no manager serves, but a majority of voters lives: " + String.join(", ", together),
                    "Start a manager: appctl manager start. Then give this command again.");
        }
        List<String> silent =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (silent.size() > session.cluster().voters().size() / 2) {
            throw Refusal.failed(
                    "no manager serves, but those that don't answer may be a majority: " + String.join(", ", silent),
                    "Bring them up; or, if they are gone for good, name them too.");
        }
    }

    private void ask() throws InterruptedException {
        session.fanout().run(Session.targets(left), (target, step) -> {
            step.accept("asking its voter");
            NodeAnswer answer = session.nodes().status(target);
            answer.status().ifPresent(status -> known.put(target.name(), status));
            return answer.status().isPresent() ? Outcome.ok("") : answer.trouble();
        });
    }

    private boolean inQuorum(String name) {
        return Optional.ofNullable(known.get(name)).filter(NodeStatus::inQuorum).isPresent();
    }
}
