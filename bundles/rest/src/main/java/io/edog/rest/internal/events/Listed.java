package io.edog.rest.internal.events;

import io.edog.api.journal.Change;
import io.edog.api.model.Kind;

/** What a change is about. */
final class Listed {
    private Listed() {}

    static Kind kind(Change change) {
        return change instanceof Change.Put put ? put.object().resourceKind() : ((Change.Removed) change).kind();
    }
}
