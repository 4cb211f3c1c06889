package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** Stops nodes, with or without their virtual machines. */
final class Stopping {
    private final Session session;

    Stopping(Session session) {
        this.session = session;
    }

    /** Those that have one role; whatever else they have stops with it, and is asked about. */
    int only(Role role, String command, List<Node> nodes, boolean vms) throws InterruptedException {
        String more = nodes.stream()
                .filter(node -> !node.roles().equals(List.of(role)))
                .map(node -> node.name() + " (" + node.rolesText() + ")")
                .collect(Collectors.joining(", "));
        boolean asks = !more.isEmpty() && !session.context().settings().dryRun();
        if (asks && !session.context().confirmed("All of edog stops on " + more + ". Go on?")) {
            throw Refusal.failed("nothing was stopped", "Name hosts that have no other role.");
        }
        return run(command, nodes, vms);
    }

    int run(String command, List<Node> nodes, boolean vms) throws InterruptedException {
        if (vms && !session.context().settings().dryRun() && !session.context().consented(question(nodes))) {
            throw Refusal.failed("nothing was stopped", "Without --vms the virtual machines run on.");
        }
        List<HostReport> reports = session.fanout().run(Session.targets(nodes), (target, step) -> {
            step.accept(vms ? "stopping, with its virtual machines" : "stopping");
            return vms
                    ? session.nodes().order(target, "stopped, and its virtual machines", "stop", "--vms")
                    : session.nodes().order(target, "stopped", "stop");
        });
        return session.context().show(Summary.of(command, reports));
    }

    private static String question(List<Node> nodes) {
        return "Shut down all virtual machines on "
                + String.join(", ", nodes.stream().map(Node::name).toList()) + "?";
    }
}
