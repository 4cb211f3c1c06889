package io.edog.appctl.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.inventory.Json;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What {@code edog-node status} says.
 *
 * @param state {@code up}, {@code degraded} or {@code down}
 * @param serving whether it does all that its roles ask for
 * @param health what its API says: {@code leader}, {@code manager} …; empty if it does not answer
 * @param reason why it does not serve; may be empty
 * @param voter what its ZooKeeper is: {@code leader}, {@code follower} …; empty if it has none or that does not answer
 * @param zooKeeper whether it has a ZooKeeper process
 */
public record NodeStatus(
        String version,
        String state,
        boolean serving,
        Optional<String> health,
        String reason,
        Optional<String> voter,
        boolean zooKeeper,
        int guests) {

    /** Reads it; empty if this is no status. */
    public static Optional<NodeStatus> parse(String json) {
        JsonNode root = Json.tree(json);
        if (!root.path("state").isTextual()) {
            return Optional.empty();
        }
        JsonNode health = root.path("health").path("body");
        return Optional.of(new NodeStatus(
                root.path("version").asText(""),
                root.path("state").asText(),
                root.path("serving").asBoolean(),
                text(health.path("role")),
                health.path("reason").asText(""),
                text(root.path("zookeeper").path("mode")),
                StreamSupport.stream(root.path("processes").spliterator(), false)
                        .anyMatch(process -> process.path("name").asText().equals("zookeeper")),
                root.path("guests").asInt()));
    }

    /** Whether its voter takes part in a majority. */
    public boolean inQuorum() {
        return voter.filter(mode -> mode.equals("leader") || mode.equals("follower"))
                .isPresent();
    }

    public boolean leads() {
        return health.filter("leader"::equals).isPresent();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
