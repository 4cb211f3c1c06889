package io.edog.api.view;

import io.edog.api.export.Backup;
import java.util.List;
import java.util.Optional;

/**
 * The backups on this manager's disk, the newest first, all on one page.
 *
 * @param trouble why the last try to take one failed, in a sentence; absent when it did not
 */
public record BackupsView(List<BackupView> items, long total, Optional<String> trouble) {

    public BackupsView {
        items = List.copyOf(items);
    }

    /** Backups as people see them. */
    public static BackupsView of(List<Backup> backups, Optional<String> trouble) {
        List<BackupView> items = backups.stream().map(BackupView::of).toList();
        return new BackupsView(items, items.size(), trouble);
    }
}
