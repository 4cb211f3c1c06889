package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which voters have taken their seat, here and on their hosts: such a voter must never again found an ensemble, not
 * even with an empty disk.
 */
final class Seats {
    private final Session session;

    Seats(Session session) {
        this.session = session;
    }

    /** Notes the first start; from now on members change online only. */
    void founding() {
        if (!session.cluster().founded()) {
            session.save(session.cluster().withFounded(true));
        }
    }

    /** Of the hosts that started well, marks the voters as seated. Returns what went wrong, if anything did. */
    Optional<String> take(List<HostReport> reports) throws InterruptedException {
        List<Node> fresh = reports.stream()
                .filter(HostReport::good)
                .flatMap(report -> session.cluster().find(report.host()).stream())
                .filter(node -> node.voter().isPresent() && !node.seated())
                .toList();
        Cluster cluster = session.cluster();
        for (Node node : fresh) {
            cluster = cluster.withNode(node.name(), each -> each.withSeated(true));
        }
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        session.save(cluster);
        List<HostReport> told = session.fanout().run(Session.targets(fresh), (target, step) -> tell(target));
        return told.stream()
                .filter(report -> !report.good())
                .map(report -> report.host() + " could not be told that its voter has its seat: " + report.detail()
                        + ". Then: appctl cluster deploy " + report.host())
                .findFirst();
    }

    private Outcome tell(Target target) throws InterruptedException {
        Finished copied = new SettingsCopy(session).run(target);
        return copied.ok() ? Outcome.ok("") : Trouble.of(target, copied, "rsync");
    }
}
