package io.edog.appctl.plan;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Ports;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.inventory.SshAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the cluster that was asked for out of the one there is. Asked twice, it changes nothing. */
public final class Planner {
    private final Optional<Cluster> present;
    private final Request request;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Names names;

    private Planner(Optional<Cluster> present, Request request) {
        this.present = present;
        this.request = request;
        this.names = new Names(present.map(Cluster::nodes).orElse(List.of()), request.ownNames());
    }

    /** The cluster as it shall be. */
    public static Cluster plan(Optional<Cluster> present, Request request) {
        return new Planner(present, request).plan();
    }

    private Cluster plan() {
        Cluster base = base();
        if (request.managers().isEmpty()) {
            base.managers().forEach(node -> give(node, Role.MANAGER));
        } else {
            request.managers().forEach(host -> give(known(host), Role.MANAGER));
        }
        agents(base);
        if (nodes.values().stream().noneMatch(Node::isManager)) {
            throw Refusal.usage("no manager", "Name one to seven hosts: cluster conf 10.0.0.1 10.0.0.2 10.0.0.3");
        }
        Cluster wanted = Voters.assign(base.withNodes(inOrderOf(base)));
        refuseWhenFounded(base, wanted);
        return wanted;
    }

    /** Nodes stay where they are in the list, so that naming them in another order changes nothing. */
    private List<Node> inOrderOf(Cluster base) {
        List<String> order = base.nodes().stream().map(Node::name).toList();
        return nodes.values().stream()
                .sorted(Comparator.comparingInt(
                        node -> order.contains(node.name()) ? order.indexOf(node.name()) : order.size()))
                .toList();
    }

    private void agents(Cluster base) {
        if (request.agents().isPresent()) {
            request.agents().get().forEach(host -> give(known(host), Role.AGENT));
        } else if (present.isEmpty()) {
            List.copyOf(nodes.values()).forEach(node -> give(node, Role.AGENT));
        } else {
            boolean managersOnly = base.agents().stream().allMatch(Node::isManager);
            base.agents().stream()
                    .filter(agent -> !agent.isManager() || nodes.containsKey(agent.address()))
                    .forEach(agent -> give(agent, Role.AGENT));
            if (managersOnly && !base.agents().isEmpty()) {
                List.copyOf(nodes.values()).forEach(node -> give(node, Role.AGENT));
            }
        }
    }

    private Cluster base() {
        Cluster base = present.orElseGet(() ->
                new Cluster(Cluster.FORMAT, request.name(), false, 1, SshAccess.usual(), Ports.usual(), List.of()));
        return new Cluster(
                base.format(),
                base.name(),
                base.founded(),
                base.nextVoter(),
                request.ssh().or(base.ssh()),
                ports(base.ports()),
                base.nodes());
    }

    private Ports ports(Ports present) {
        Ports ports = request.httpAddress().map(present::withHttpAddress).orElse(present);
        Optional<String> floating = request.floating().or(ports::floating).filter(Predicate.not("none"::equals));
        return ports.withFloating(floating);
    }

    private Node known(Wanted host) {
        Optional<Node> made = Optional.ofNullable(nodes.get(host.address()));
        return made.or(() -> present.flatMap(cluster -> find(cluster, host)))
                .filter(node -> host.name().isEmpty() || host.name().get().equals(node.name()))
                .map(node -> node.withAddress(host.address()))
                .orElseGet(() -> new Node(names.take(host), host.address(), List.of(), Optional.empty(), false));
    }

    /** By its name, if one was given: the host may have got another address. */
    private static Optional<Node> find(Cluster cluster, Wanted host) {
        return host.name().flatMap(cluster::find).or(() -> cluster.find(host.address()));
    }

    private void give(Node node, Role role) {
        Node before = nodes.getOrDefault(node.address(), node.withRoles(List.of()));
        List<Role> roles = new ArrayList<>(before.roles());
        roles.add(role);
        nodes.put(node.address(), before.withRoles(roles));
    }

    private static void refuseWhenFounded(Cluster base, Cluster wanted) {
        if (base.founded() && !members(base).equals(members(wanted))) {
            throw Refusal.failed(
                    "the cluster " + base.name() + " was started: its members come and go one at a time now",
                    "Use manager add, manager delete, agent add, agent delete.");
        }
    }

    private static Map<String, List<Role>> members(Cluster cluster) {
        Map<String, List<Role>> members = new LinkedHashMap<>();
        cluster.nodes().stream()
                .sorted(Comparator.comparing(Node::name))
                .forEach(node -> members.put(node.name() + "=" + node.address(), node.roles()));
        return members;
    }
}
