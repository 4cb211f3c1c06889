package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.Ensemble;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.node.Waiting;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes a node into a running cluster, or gives it more to do: settings, keys, start, vote. */
final class Coming {
    private final Session session;
    private final Distribution distribution;

    Coming(Session session, Distribution distribution) {
        this.session = session;
        this.distribution = distribution;
    }

    Outcome run(Cluster wanted, Target target, Consumer<String> step) throws InterruptedException {
        Node node = enter(wanted, target);
        Outcome deployed = new Deployment(session, distribution, true).run(target, step);
        if (!deployed.good()) {
            return deployed;
        }
        Outcome fresh = new OldVoter(session).setAside(node);
        if (!fresh.good()) {
            return fresh;
        }
        step.accept("starting");
        Outcome started = session.nodes().order(target, "", "restart");
        if (!started.good()) {
            return started;
        }
        if (node.voter().isPresent()) {
            step.accept("joining the voters");
            Outcome joined = vote(node);
            if (!joined.good()) {
                return joined;
            }
        }
        step.accept("waiting until it serves");
        Outcome well = new Waiting(
                        session.nodes(),
                        session.pause(),
                        session.context().settings().limit())
                .untilWell(node);
        return well.good() ? Outcome.ok("is " + node.rolesText()) : well;
    }

    /** Into the list of members, as one who joins: such a voter never founds an ensemble. */
    private Node enter(Cluster wanted, Target target) {
        Node node = wanted.find(target.name()).orElseThrow();
        Node joining = node.withSeated(node.voter().isPresent());
        Cluster present = session.cluster().withNextVoter(wanted.nextVoter());
        List<Node> nodes = new ArrayList<>(present.nodes());
        nodes.removeIf(each -> each.name().equals(node.name()));
        nodes.add(joining);
        nodes.sort(Comparator.comparingInt(each -> position(wanted, each)));
        session.save(present.withNodes(nodes));
        return joining;
    }

    private static int position(Cluster wanted, Node node) {
        int index = wanted.nodes().stream().map(Node::name).toList().indexOf(node.name());
        return index < 0 ? wanted.nodes().size() : index;
    }

    private Outcome vote(Node node) throws InterruptedException {
        ManagerShell shell =
                new ManagerShell(session.nodes(), session.context().settings().limit());
        Optional<Target> manager = new Managers(session).servingBut(Optional.of(node.name()));
        if (manager.isEmpty()) {
            return Outcome.unreachable(
                    "no other manager serves, so nobody can let it vote", "See: appctl cluster ping");
        }
        Ensemble ensemble = new Ensemble(shell, manager.get());
        Optional<Set<Integer>> voters = ensemble.voters();
        boolean votes = voters.filter(numbers -> numbers.contains(node.voter().orElseThrow()))
                .isPresent();
        return votes ? Outcome.ok("votes already") : ensemble.add(session.cluster(), node);
    }
}
