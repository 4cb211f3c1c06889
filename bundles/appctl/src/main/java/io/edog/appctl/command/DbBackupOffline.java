package io.edog.appctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db backup_offline}. */
@Command(
        name = "backup_offline",
        aliases = "backup-offline",
        description = {
            "Takes a backup from the database of each stopped manager, and fetches it.",
            "What only the journal has is not in it: the one with the highest index is the newest."
        })
final class DbBackupOffline extends ChangingCommand {
    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where to (default: backups/ in the cluster's directory).")
    private Optional<Path> directory = Optional.empty();

    DbBackupOffline(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<HostReport> reports = session.fanout()
                .run(Session.targets(session.cluster().managers()), (target, step) -> {
                    step.accept("taking a backup");
                    return take(session, target);
                });
        return session.context().show(Summary.of("db backup_offline", reports));
    }

    private Outcome take(Session session, Target target) throws InterruptedException {
        if (session.context().settings().dryRun()) {
            return Outcome.ok("would take a backup");
        }
        Outcome stopped = new Stopped(session).look(target);
        if (!stopped.good()) {
            return stopped;
        }
        Finished taken = session.nodes()
                .run(target, session.context().settings().limit(), List.of("db", "backup-offline", "--json"));
        JsonNode backup = Json.tree(taken.out());
        if (!taken.ok() || !backup.path("file").isTextual()) {
            return Trouble.of(target, taken, "backup-offline");
        }
        Optional<Path> own =
                Optional.of(directory.orElseGet(session.directory()::backups).resolve(target.name()));
        Outcome fetched =
                new BackupFetch(session, own).run(target, backup.path("file").asText());
        return fetched.good()
                ? Outcome.ok("index " + backup.path("index").asLong() + ": " + fetched.detail())
                : fetched;
    }
}
