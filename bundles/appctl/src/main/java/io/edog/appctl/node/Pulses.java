package io.edog.appctl.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Asks nodes how they are. Thread-safe. */
public final class Pulses {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, Pulse> answers = new ConcurrentHashMap<>();

    /** Asks one; what it says is kept. */
    public Outcome ask(NodeControl control, Node node) throws InterruptedException {
        Target target = Target.of(node);
        NodeAnswer answer = control.status(target);
        if (answer.status().isEmpty()) {
            return answer.trouble();
        }
        NodeStatus status = answer.status().get();
        Pulse pulse = node.isManager() && status.health().isPresent()
                ? manager(control, target, node, status)
                : new Pulse(node.name(), role(node, status), status, OptionalLong.empty(), Optional.empty());
        answers.put(node.name(), pulse);
        return outcome(control, target, status);
    }

    /** What was said, in the order of the cluster's list. */
    public List<Pulse> inOrderOf(Cluster cluster) {
        return cluster.nodes().stream()
                .flatMap(node -> Stream.ofNullable(answers.get(node.name())))
                .toList();
    }

    private static Pulse manager(NodeControl control, Target target, Node node, NodeStatus status)
            throws InterruptedException {
        JsonNode place =
                Json.tree(control.shell(target, "edog:status --json", LIMIT).out());
        OptionalLong index = place.path("index").canConvertToLong()
                ? OptionalLong.of(place.path("index").asLong())
                : OptionalLong.empty();
        Optional<String> leader =
                Optional.of(place.path("leader")).filter(JsonNode::isTextual).map(JsonNode::asText);
        return new Pulse(node.name(), role(node, status), status, index, leader);
    }

    private static String role(Node node, NodeStatus status) {
        if (status.state().equals("down")) {
            return "down";
        }
        if (node.isManager()) {
            return status.leads() ? "leader" : status.health().isPresent() ? "follower" : "manager";
        }
        return node.is(Role.WITNESS) ? (node.isAgent() ? "agent, witness" : "witness") : "agent";
    }

    private static Outcome outcome(NodeControl control, Target target, NodeStatus status) {
        if (status.state().equals("down")) {
            return Outcome.failed("is not started", "appctl cluster start " + target.name());
        }
        if (!status.serving()) {
            String why = status.reason().isEmpty() ? "a part of it is down" : status.reason();
            return Outcome.failed(why, "See " + control.byHand(target, "status") + ", and its verb logs.");
        }
        return Outcome.ok("");
    }
}
