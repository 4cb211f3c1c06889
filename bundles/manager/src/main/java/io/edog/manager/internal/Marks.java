package io.edog.manager.internal;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;

/** Which objects an applied entry makes the next plan look at. */
final class Marks {
    private Marks() {}

    static Replica.Listener of(DirtyMarks dirty) {
        return (before, entry, after) -> applied(dirty, entry);
    }

    private static void applied(DirtyMarks dirty, Entry entry) {
        for (Change change : entry.set().changes()) {
            if (change instanceof Change.Put put) {
                dirty.mark(put.object().resourceKind(), put.object().id());
            } else {
                Change.Removed removed = (Change.Removed) change;
                dirty.mark(removed.kind(), removed.id());
            }
        }
    }
}
