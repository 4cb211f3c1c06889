package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.PrivateFiles;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Brings a backup here. */
final class BackupFetch {
    private final Session session;
    private final Path directory;

    BackupFetch(Session session, Optional<Path> directory) {
        this.session = session;
        this.directory = directory.orElseGet(session.directory()::backups).toAbsolutePath();
    }

    /** The file's place here, once it is there. */
    Path place(String remote) {
        return directory.resolve(remote.substring(remote.lastIndexOf('/') + 1));
    }

    Outcome run(Target target, String remote) throws InterruptedException {
        try {
            PrivateFiles.createDirectories(directory);
        } catch (IOException e) {
            throw Refusal.failed("can't make " + directory + ": " + e.getMessage(), "Name another with --to DIR.");
        }
        Finished fetched = session.rsync()
                .fetch(
                        target.address(),
                        remote,
                        place(remote),
                        session.context().settings().limit());
        return fetched.ok() ? Outcome.ok(place(remote).toString()) : Trouble.of(target, fetched, "fetching " + remote);
    }
}
