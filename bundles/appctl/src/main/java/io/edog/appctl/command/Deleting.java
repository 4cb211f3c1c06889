package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.node.NodeAnswer;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.plan.Notes;
import io.edog.appctl.plan.Reshape;
import io.edog.appctl.plan.Voters;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Nodes leave a role, and the cluster when they have no other. */
final class Deleting {
    private final Session session;
    private final Role role;
    private final String command;

    Deleting(Session session, Role role, String command) {
        this.session = session;
        this.role = role;
        this.command = command;
    }

    /** Nodes that are there. */
    int run(List<Node> nodes, Distribution distribution) throws InterruptedException {
        Cluster wanted = Reshape.without(session.cluster(), nodes, role);
        refuseAbsent(nodes);
        tell(nodes, wanted, session.context()::confirmed);
        Set<String> stay = new HashSet<>();
        nodes.forEach(node -> wanted.find(node.name()).ifPresent(known -> stay.add(known.name())));
        List<HostReport> reports = new Membership(session, distribution).leave(wanted, nodes, stay);
        return session.context().show(Summary.of(command, reports));
    }

    /** Nodes that will never be there again, while the others serve. */
    int dead(List<Node> nodes) throws InterruptedException {
        Cluster less = Reshape.without(session.cluster(), nodes, role);
        Cluster wanted = role == Role.MANAGER ? withoutAll(less, nodes) : less;
        tell(nodes, wanted, question -> giveUp(nodes, question));
        Going going = new Going(session);
        List<HostReport> reports = session.fanout().inTurn(Session.targets(nodes), (target, step) -> {
            if (session.context().settings().dryRun()) {
                return Outcome.ok("would be given up");
            }
            return leave(going, session.cluster().find(target.name()).orElseThrow(), step);
        });
        Summary summary = Summary.of(command, reports);
        if (summary.ok()
                && !session.context().settings().dryRun()
                && !wanted.voters().equals(session.cluster().voters())) {
            session.context()
                    .say("Others should vote now: appctl manager add "
                            + String.join(
                                    " ",
                                    wanted.managers().stream().map(Node::name).toList()));
        }
        return session.context().show(summary);
    }

    private Outcome leave(Going going, Node node, Consumer<String> step) throws InterruptedException {
        boolean manages = role == Role.AGENT && node.isManager();
        Outcome left = manages ? Outcome.ok("") : going.dead(node, step);
        Outcome host = left.good() && node.isAgent() ? going.forgetHost(node, step) : left;
        // Of a manager that is gone, VMs may still be on record there: they don't keep the others from going on.
        if (!left.good() || (!host.good() && role == Role.AGENT)) {
            return host;
        }
        if (manages) {
            session.save(session.cluster().withNode(node.name(), Deleting::noAgent));
            return Outcome.ok("is a manager only. If that is gone too: appctl manager delete --dead " + node.name());
        }
        session.save(session.cluster().without(node.name()));
        String words = "given up. If it ever comes back: wipe /etc/edog and /var/lib/edog there first";
        return Outcome.ok(host.good() ? words : words + ". It stays among the hosts: " + host.detail());
    }

    private static Cluster withoutAll(Cluster cluster, List<Node> nodes) {
        Cluster left = cluster;
        for (Node node : nodes) {
            left = left.without(node.name());
        }
        return Voters.assign(left);
    }

    private static Node noAgent(Node node) {
        return node.withRoles(
                node.roles().stream().filter(role -> role != Role.AGENT).toList());
    }

    /** Who answers is not dead, and who could not be asked need not be. */
    void refuseLiving(List<Node> nodes) throws InterruptedException {
        for (Node node : nodes) {
            NodeAnswer answer = session.nodes().status(Target.of(node));
            boolean up = answer.status()
                    .filter(status -> !status.state().equals("down"))
                    .isPresent();
            if (up) {
                throw Refusal.failed(
                        node.name() + " is not dead: its edog runs", "Delete it without --dead, or stop it first.");
            }
            if (answer.status().isEmpty() && !answer.dead() && !new HalfGone(session).is(Target.of(node))) {
                throw Refusal.failed(
                        node.name() + " may not be dead: " + answer.trouble().detail(),
                        answer.trouble().cure() + " Or switch the host off, if it is to be given up.");
            }
        }
    }

    /** A host with guests would leave them to nobody. */
    void refuseWithGuests(List<Node> nodes) throws InterruptedException {
        for (Node node : nodes) {
            NodeAnswer answer = session.nodes().status(Target.of(node));
            int guests = answer.status().map(NodeStatus::guests).orElse(0);
            if (guests > 0) {
                throw Refusal.failed(
                        node.name() + " runs " + guests + " virtual machines", "Move them away, or stop them, first.");
            }
        }
    }

    private void refuseAbsent(List<Node> nodes) throws InterruptedException {
        for (Node node : nodes) {
            NodeAnswer answer = session.nodes().status(Target.of(node));
            if (answer.status().isEmpty() && !new HalfGone(session).is(Target.of(node))) {
                throw new Refusal(
                        ExitCode.UNREACHABLE,
                        node.name() + " " + answer.trouble().detail() + "; nothing was changed",
                        "Bring it up; if it is gone for good, add --dead.");
            }
        }
    }

    /** A manager that is given up takes its vote and all that it was with it. */
    private boolean giveUp(List<Node> nodes, String question) {
        if (role != Role.MANAGER) {
            return session.context().confirmed(question);
        }
        String all = nodes.stream()
                .map(node -> node.name() + " (" + node.rolesText() + ")")
                .collect(Collectors.joining(", "));
        return session.context().consented(all + ": gone for good, and no members any more?");
    }

    private void tell(List<Node> nodes, Cluster wanted, Predicate<String> agreed) {
        String names = nodes.stream().map(Node::name).collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            throw Refusal.usage("no host is named", "Name one.");
        }
        Notes.of(wanted).forEach(session.context()::say);
        if (!session.context().settings().dryRun() && !agreed.test(names + ": no " + role.word() + " any more?")) {
            throw Refusal.failed("nothing was changed", "Give the command again to do it.");
        }
    }
}
