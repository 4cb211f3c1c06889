package io.edog.api.export;

import io.edog.api.service.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The backups that this manager takes of the whole state, by itself and when an administrator asks. Thread-safe. */
public interface Backups {
    /**
     * Takes a backup now, and restores it on trial: takes as long as writing the whole state twice. The future fails with a
     * {@link io.edog.api.service.ProblemException}: 403 for others than administrators, 503 while this manager does not serve,
     * 500 if it can't be taken or restored; nothing is left of it then.
     */
    CompletableFuture<Backup> take(Principal principal);

    /**
     * All that are there, the newest first; without any whose header can't be read.
     *
     * @throws io.edog.api.service.ProblemException 403 for others than administrators
     */
    List<Backup> list(Principal principal);

    /** Why the last try failed, in a sentence; empty when it did not. */
    Optional<String> trouble();
}
