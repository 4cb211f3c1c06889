package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.plan.Notes;
import io.edog.appctl.plan.Voters;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** The cluster that is founded anew without those that are gone. */
final class Remaining {
    private final Session session;
    private final List<Node> gone;

    Remaining(Session session, List<Node> gone) {
        this.session = session;
        this.gone = gone;
    }

    /** Who votes is chosen anew. All of them count as seated: what is recovered lets them vote. */
    Cluster cluster() {
        Cluster left = session.cluster();
        for (Node node : gone) {
            left = left.without(node.name());
        }
        if (left.managers().isEmpty()) {
            throw Refusal.usage("no manager would be left", "Leave one out of --without: it gets the backup.");
        }
        if (gone.isEmpty()) {
            return left;
        }
        Cluster chosen = Voters.assign(left);
        return chosen.withNodes(chosen.nodes().stream()
                .map(node -> node.withSeated(node.voter().isPresent()))
                .toList());
    }

    void refuseLiving() throws InterruptedException {
        new Deleting(session, Role.MANAGER, "db recover").refuseLiving(gone);
    }

    /** What else there is to know before it is done; may be empty. */
    String warning() {
        return gone.stream()
                .map(node ->
                        node.name() + " (" + node.rolesText() + ") is no member any more: should it ever come back,"
                                + " wipe /etc/edog and /var/lib/edog there first. ")
                .collect(Collectors.joining());
    }

    /** Agents find the voters by their settings, and a voter that was not chosen again must not start. */
    void tell() throws InterruptedException {
        if (gone.isEmpty()) {
            return;
        }
        Notes.of(session.cluster()).forEach(session.context()::say);
        List<Node> others = session.cluster().nodes().stream()
                .filter(node -> !Recovery.takesPart(node))
                .toList();
        List<HostReport> told = session.fanout().run(Session.targets(others), (target, step) -> {
            Finished copied = new SettingsCopy(session).run(target);
            return copied.ok() ? Outcome.ok("knows") : Trouble.of(target, copied, "rsync");
        });
        told.stream()
                .filter(report -> !report.good())
                .forEach(report -> session.context()
                        .say(report.host() + " does not know it yet: " + report.detail()
                                + ". Once it is there: appctl cluster deploy " + report.host()));
    }
}
