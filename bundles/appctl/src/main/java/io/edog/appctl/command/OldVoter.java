package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.Places;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;

/**
 * What is left on a host of a voter that was taken out: set aside, or the host's next voter, which has another number, would begin
 * with it. The ensemble has all of it.
 */
final class OldVoter {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SET_ASIDE = """
            home=/var/lib/edog/zookeeper
            if [ ! -d $home ] || [ "$(cat $home/data/myid 2>/dev/null)" = "$1" ]; then exit 0; fi
            "$2" stop >&2 || exit 1
            rm -rf $home.old && mv $home $home.old
            """;

    private final Session session;

    OldVoter(Session session) {
        this.session = session;
    }

    /** Sets aside what is not the voter that this node is to have. */
    Outcome setAside(Node node) throws InterruptedException {
        Target target = Target.of(node);
        String number = node.voter().map(String::valueOf).orElse("none");
        Finished done = session.ssh()
                .run(target.address(), List.of("sh", "-s", "-", number, Places.NODE_COMMAND), SET_ASIDE, LIMIT);
        return done.ok() ? Outcome.ok("") : Trouble.of(target, done, "setting an old voter aside");
    }
}
