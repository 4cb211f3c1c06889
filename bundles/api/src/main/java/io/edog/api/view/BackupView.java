package io.edog.api.view;

import io.edog.api.export.Backup;
import java.time.Instant;

/**
 * A backup on this manager's disk.
 *
 * @param path where it is
 * @param cluster the name of the cluster that it was taken of
 * @param index index of the last journal entry in it
 * @param stateHash what recovering it gives again
 */
public record BackupView(
        String name,
        String path,
        String cluster,
        long index,
        long epoch,
        String stateHash,
        long objects,
        Instant at,
        long bytes) {

    /** A backup as people see it. */
    public static BackupView of(Backup backup) {
        return new BackupView(
                backup.file().name(),
                backup.file().path().toString(),
                backup.header().cluster(),
                backup.header().index(),
                backup.header().epoch(),
                backup.header().hash(),
                backup.header().objects(),
                backup.header().at(),
                backup.file().bytes());
    }
}
