package io.edog.appctl.plan;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A started cluster with some nodes more or less; who votes is chosen anew. Pure. */
public final class Reshape {
    private Reshape() {}

    /** With one more agent; who votes stays. */
    public static Cluster withAgent(Cluster cluster, Wanted host, Map<String, String> ownNames) {
        return plus(cluster, List.of(host), Role.AGENT, ownNames);
    }

    /** With these hosts in a role. */
    public static Cluster with(Cluster cluster, List<Wanted> hosts, Role role, Map<String, String> ownNames) {
        return Voters.assign(plus(cluster, hosts, role, ownNames));
    }

    private static Cluster plus(Cluster cluster, List<Wanted> hosts, Role role, Map<String, String> ownNames) {
        Names names = new Names(cluster.nodes(), ownNames);
        Cluster changed = cluster;
        for (Wanted host : hosts) {
            Optional<Node> known = changed.find(host.address());
            Node node = known.orElseGet(
                    () -> new Node(names.take(host), host.address(), List.of(), Optional.empty(), false));
            if (known.isEmpty()) {
                changed = changed.withNodes(plus(changed.nodes(), node));
            }
            changed = changed.withNode(node.name(), each -> each.withRoles(plus(each.roles(), role)));
        }
        return changed;
    }

    /** Without these nodes in a role; who has no other is no member any more. */
    public static Cluster without(Cluster cluster, List<Node> nodes, Role role) {
        Cluster changed = cluster;
        for (Node node : nodes) {
            List<Role> left = new ArrayList<>(node.roles());
            left.remove(role);
            left.remove(Role.WITNESS);
            changed = left.isEmpty()
                    ? changed.without(node.name())
                    : changed.withNode(node.name(), each -> each.withRoles(left));
        }
        if (changed.managers().isEmpty()) {
            throw Refusal.failed(
                    "the last manager can't be deleted",
                    "Add another first; or stop the cluster, for good: cluster stop.");
        }
        return Voters.assign(changed);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
