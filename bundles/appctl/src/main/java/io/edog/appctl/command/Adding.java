package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.plan.Addresses;
import io.edog.appctl.plan.Aliases;
import io.edog.appctl.plan.Notes;
import io.edog.appctl.plan.Reshape;
import io.edog.appctl.plan.Wanted;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** More hosts for a role, while the cluster runs. */
final class Adding {
    private final Session session;
    private final Role role;

    Adding(Session session, Role role) {
        this.session = session;
        this.role = role;
    }

    int run(String command, List<String> words, Distribution distribution) throws InterruptedException {
        Cluster present = session.cluster();
        if (!present.founded()) {
            throw Refusal.failed(
                    "the cluster was not started yet", "Name all hosts with 'cluster conf', then deploy and start.");
        }
        List<Wanted> hosts = new Aliases(Optional.of(present)).settle(Addresses.parse(words));
        Reach reach = Reach.find(session, hosts.stream().map(Wanted::address).toList());
        refuseUnreachable(reach);
        Cluster wanted = Reshape.with(present, hosts, role, reach.names());
        Set<String> named = new HashSet<>();
        hosts.forEach(host -> wanted.find(host.address()).ifPresent(node -> named.add(node.name())));
        Notes.of(wanted).forEach(session.context()::say);
        List<HostReport> reports = new Membership(session, distribution).reach(wanted, named);
        return session.context().show(Summary.of(command, reports));
    }

    /** Before anything is changed. */
    private static void refuseUnreachable(Reach reach) {
        reach.reports().values().stream()
                .filter(report -> !report.good())
                .findFirst()
                .ifPresent(report -> {
                    throw new Refusal(
                            report.result().code(),
                            report.address() + " " + report.detail() + "; nothing was changed",
                            report.cure());
                });
    }
}
