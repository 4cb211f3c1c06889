package io.edog.rest.internal;

import io.edog.api.export.Backup;
import io.edog.api.export.Backups;
import io.edog.api.export.StateDirectory;
import io.edog.api.export.StateFile;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Backups of an empty state, in a real directory; never tried out. */
final class FakeBackups implements Backups {
    private final StateDirectory files;

    FakeBackups(Path directory) {
        this.files = new StateDirectory(directory, "test", Clock.systemUTC());
    }

    @Override
    public CompletableFuture<Backup> take(Principal principal) {
        if (!principal.administrator()) {
            return CompletableFuture.failedFuture(new ProblemException(Problem.forbidden("No.", "Ask.")));
        }
        return CompletableFuture.completedFuture(backup(files.write(ClusterState.empty())));
    }

    private Backup backup(StateFile file) {
        return new Backup(file, files.read(file).orElseThrow().header());
    }

    @Override
    public List<Backup> list(Principal principal) {
        return files.list().stream().map(this::backup).toList();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.of("The disk was full.");
    }
}
