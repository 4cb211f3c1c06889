package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.Places;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Rsync;
import io.edog.appctl.work.Target;
import java.time.Duration;

/** Brings a node's settings and keys to it. */
final class SettingsCopy {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Session session;

    SettingsCopy(Session session) {
        this.session = session;
    }

    /** Those of a cluster that is not in the list yet: if this fails, the list still says so. */
    Finished ahead(Cluster wanted, Target target) throws InterruptedException {
        session.directory().prepare(wanted, wanted.find(target.name()).orElseThrow());
        return run(target);
    }

    Finished run(Target target) throws InterruptedException {
        Node node = session.cluster().find(target.name()).orElseThrow();
        boolean dryRun = session.context().settings().dryRun();
        Rsync.Copy copy = new Rsync.Copy(session.directory().nodeFiles(node), Places.SETTINGS, false, "", dryRun);
        return session.rsync().copy(target.address(), copy, LIMIT, percent -> {});
    }
}
