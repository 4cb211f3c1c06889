package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.List;

/** Stops nodes, with or without their virtual machines. */
final class Stopping {
    private final Session session;

    Stopping(Session session) {
        this.session = session;
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
