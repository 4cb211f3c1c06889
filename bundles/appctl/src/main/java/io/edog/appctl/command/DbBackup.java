package io.edog.appctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db backup}. */
@Command(
        name = "backup",
        description = {
            "Has a manager take a backup, which it restores on trial, and fetches it.",
            "Managers also take backups by themselves: /var/lib/edog/backups, every two hours."
        })
final class DbBackup extends ChangingCommand {
    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where to (default: backups/ in the cluster's directory).")
    private Optional<Path> directory = Optional.empty();

    DbBackup(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        Target manager = new Managers(session).serving();
        if (session.context().settings().dryRun()) {
            session.context()
                    .show(new Taken(manager.name(), "", 0, ""), "would take a backup on " + manager.name() + "\n");
            return ExitCode.OK;
        }
        Finished taken = session.nodes()
                .shell(
                        manager,
                        "edog:db-backup --json",
                        session.context().settings().limit());
        JsonNode backup = Json.tree(taken.out());
        String remote = backup.path("path").asText("");
        if (!taken.ok() || remote.isEmpty()) {
            return refused(Trouble.of(manager, taken, "edog:db-backup"));
        }
        BackupFetch fetch = new BackupFetch(session, directory);
        Outcome fetched = fetch.run(manager, remote);
        if (!fetched.good()) {
            return refused(fetched);
        }
        Taken answer = new Taken(
                manager.name(),
                fetched.detail(),
                backup.path("index").asLong(),
                backup.path("stateHash").asText(""));
        session.context()
                .show(
                        answer,
                        "backup of index " + answer.index() + ", by " + manager.name() + ": " + answer.file() + "\n");
        return ExitCode.OK;
    }

    private static int refused(Outcome outcome) {
        throw new Refusal(outcome.kind().code(), "no backup: " + outcome.detail(), outcome.cure());
    }

    /** For programs; the file is here. */
    record Taken(String host, String file, long index, String stateHash) {}
}
