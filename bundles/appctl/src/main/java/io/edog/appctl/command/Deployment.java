package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.node.Places;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Rsync;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Brings the distribution, settings and keys to one host. What is there already does not travel again. */
final class Deployment {
    private static final Duration SHORT = Duration.ofSeconds(60);
    /** Whether the version in use may be exchanged: not under a running node. Prints what is in use. */
    private static final String LINK = """
            set -eu
            new=$1 link=$2
            old=$(readlink "$link" || true)
            if [ "$old" = "$new" ]; then echo same; exit; fi
            if [ -n "$old" ] && [ -x "$link/node/edog-node" ] && "$link/node/edog-node" status --json 2>/dev/null | grep -q '"pid":[0-9]'; then
              echo "keeps ${old##*/}"; exit
            fi
            "$new/node/edog-node" use "${new##*/}" >&2
            echo switched
            """;

    private final Session session;
    private final Distribution distribution;
    private final boolean use;

    /** @param use whether hosts on which nothing runs take it at their next start */
    Deployment(Session session, Distribution distribution, boolean use) {
        this.session = session;
        this.distribution = distribution;
        this.use = use;
    }

    /** All of it. */
    Outcome run(Target target, Consumer<String> step) throws InterruptedException {
        step.accept("connecting");
        Finished made = session.ssh().run(target.address(), directories(), "", SHORT);
        if (!made.ok()) {
            return Trouble.of(target, made, "mkdir");
        }
        step.accept("copying edog " + distribution.version());
        Finished copied = copyDistribution(target, step);
        if (!copied.ok()) {
            return Trouble.of(target, copied, "rsync");
        }
        step.accept("copying settings and keys");
        Finished settings = new SettingsCopy(session).run(target);
        if (!settings.ok()) {
            return Trouble.of(target, settings, "rsync");
        }
        long files = Rsync.changes(copied);
        long keys = Rsync.changes(settings);
        if (dryRun()) {
            return Outcome.ok(words(files, keys, "would change"));
        }
        return use ? link(target, files, keys) : Outcome.ok(words(files, keys, "changed"));
    }

    private List<String> directories() {
        return dryRun() ? List.of("true") : List.of("mkdir", "-p", Places.DISTRIBUTIONS, Places.SETTINGS);
    }

    private Finished copyDistribution(Target target, Consumer<String> step) throws InterruptedException {
        String place = Places.distribution(distribution.version());
        Rsync.Copy copy = new Rsync.Copy(distribution.directory(), place, true, Places.CURRENT, dryRun());
        return session.rsync()
                .copy(
                        target.address(),
                        copy,
                        session.context().settings().limit(),
                        percent -> step.accept("copying edog " + distribution.version() + " " + percent + "%"));
    }

    private Outcome link(Target target, long files, long keys) throws InterruptedException {
        Finished linked = session.ssh()
                .run(
                        target.address(),
                        List.of("sh", "-s", "-", Places.distribution(distribution.version()), Places.CURRENT),
                        LINK,
                        SHORT);
        if (!linked.ok()) {
            return Trouble.of(target, linked, "switching to " + distribution.version());
        }
        String kept = linked.out().strip();
        String words = words(files, keys, "changed");
        return Outcome.ok(kept.startsWith("keeps") ? words + "; it runs and " + kept + ": see cluster upgrade" : words);
    }

    private String words(long files, long keys, String verb) {
        if (files + keys == 0) {
            return "edog " + distribution.version() + " is there, nothing " + verb;
        }
        return "edog " + distribution.version() + ": " + files + " files, " + keys + " of settings and keys " + verb;
    }

    private boolean dryRun() {
        return session.context().settings().dryRun();
    }
}
