package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
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

    Finished run(Target target) throws InterruptedException {
        Node node = session.cluster().find(target.name()).orElseThrow();
        boolean dryRun = session.context().settings().dryRun();
        Rsync.Copy copy = new Rsync.Copy(session.directory().nodeFiles(node), Places.SETTINGS, false, "", dryRun);
        return session.rsync().copy(target.address(), copy, LIMIT, percent -> {});
    }
}
