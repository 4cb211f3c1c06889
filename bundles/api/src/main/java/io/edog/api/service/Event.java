package io.edog.api.service;

import io.edog.api.journal.Change;
import io.edog.api.journal.Index;
import java.time.Instant;

/**
 * A change, as told to those who follow.
 *
 * @param at when it was decided
 * @param by id of the user who caused it, or {@code system}
 */
public record Event(Index index, Instant at, String by, Change change) {
    /** Its name, such as {@code vm.put}. */
    public String name() {
        if (change instanceof Change.Put put) {
            return put.object().resourceKind().word() + ".put";
        }
        return ((Change.Removed) change).kind().word() + ".removed";
    }
}
