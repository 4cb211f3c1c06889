package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.node.Places;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;

/** A host that answers, but has no settings any more: it was stopped before they were taken from it, or was set up anew. */
final class HalfGone {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Session session;

    HalfGone(Session session) {
        this.session = session;
    }

    boolean is(Target target) throws InterruptedException {
        List<String> question = List.of("test", "!", "-e", Places.SETTINGS + "/node.env");
        return session.ssh().run(target.address(), question, "", LIMIT).ok();
    }
}
