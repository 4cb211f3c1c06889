package io.edog.appctl.plan;

import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses who votes. One manager: it alone. Two: both, and a witness on a third machine. More: an odd number of managers,
 * at most {@link #MOST}. Who votes already goes before who doesn't, so that a cluster changes as little as possible.
 */
public final class Voters {
    /** More voters make every write slower and nothing safer. */
    public static final int MOST = 7;

    private Voters() {}

    /** The cluster with its voters chosen and numbered. */
    public static Cluster assign(Cluster cluster) {
        Set<String> chosen = chosen(cluster).map(Node::name).collect(Collectors.toSet());
        int next = cluster.founded() ? cluster.nextVoter() : 1 + highest(cluster, chosen);
        List<Node> nodes = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            Optional<Integer> number = Optional.empty();
            if (chosen.contains(node.name())) {
                int fresh = next;
                number = node.voter().or(() -> Optional.of(fresh));
                next += node.voter().isPresent() ? 0 : 1;
            }
            nodes.add(node.withVoter(number).withRoles(roles(node, number.isPresent())));
        }
        return cluster.withNodes(nodes).withNextVoter(next);
    }

    /** Nobody has voted yet, so a number that was planned for another node is free again. */
    private static int highest(Cluster cluster, Set<String> chosen) {
        return cluster.voters().stream()
                .filter(node -> chosen.contains(node.name()))
                .mapToInt(node -> node.voter().orElseThrow())
                .max()
                .orElse(0);
    }

    private static Stream<Node> chosen(Cluster cluster) {
        List<Node> managers = cluster.managers();
        if (managers.size() == 2) {
            return Stream.concat(managers.stream(), witness(cluster).stream());
        }
        int odd = managers.size() - (managers.size() + 1) % 2;
        return votersFirst(managers).limit(Math.min(odd, MOST));
    }

    private static Optional<Node> witness(Cluster cluster) {
        return votersFirst(cluster.agents()).filter(agent -> !agent.isManager()).findFirst();
    }

    private static Stream<Node> votersFirst(List<Node> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparing((Node node) -> node.voter().isEmpty()));
    }

    private static List<Role> roles(Node node, boolean votes) {
        List<Role> roles = new ArrayList<>(node.roles());
        roles.remove(Role.WITNESS);
        if (votes && !node.isManager()) {
            roles.add(Role.WITNESS);
        }
        return roles;
    }
}
