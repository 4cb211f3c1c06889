package io.edog.api.journal;

import io.edog.api.model.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one append brings, all of it or nothing.
 *
 * @param id fresh for each change set: by it an uncertain append is recognised
 * @param at when it was decided, by the leader's clock
 * @param by id of the user, or {@code system}; of a group, the first
 * @param changes in the order they happened
 * @param outcomes one for each command of the group
 */
public record ChangeSet(UUID id, Instant at, String by, List<Change> changes, List<Outcome> outcomes) {
    public ChangeSet {
        changes = List.copyOf(changes);
        outcomes = List.copyOf(outcomes);
    }
}
