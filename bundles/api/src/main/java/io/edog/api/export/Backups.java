package io.edog.api.export;

import java.util.List;
import java.util.Optional;

/** The backups that this manager takes of the whole state, by itself and when asked. Thread-safe. */
public interface Backups {
    /**
     * Takes a backup now, and restores it on trial: takes as long as writing the whole state twice.
     *
     * @throws io.edog.api.state.StoreException if it can't be taken or restored; nothing is left of it then
     */
    Backup take();

    /** All that are there, the newest first; without any whose header can't be read. */
    List<Backup> list();

    /** Why the last try failed, in a sentence; empty when it did not. */
    Optional<String> trouble();
}
