package io.edog.manager.internal;

import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.json.Json;
import io.edog.api.service.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Splits a plan's changes into change sets that fit into journal entries. Any split is right: changes are absolute. */
final class PlanRound {
    private PlanRound() {}

    static List<ChangeSet> split(List<Change> changes, int maxBytes, Instant now, Supplier<String> ids) {
        List<ChangeSet> sets = new ArrayList<>();
        List<Change> part = new ArrayList<>();
        int bytes = 0;
        for (Change change : changes) {
            int size = Json.write(change).length();
            if (!part.isEmpty() && bytes + size > maxBytes) {
                sets.add(set(part, now, ids));
                part.clear();
                bytes = 0;
            }
            part.add(change);
            bytes += size;
        }
        if (!part.isEmpty()) {
            sets.add(set(part, now, ids));
        }
        return sets;
    }

    private static ChangeSet set(List<Change> changes, Instant now, Supplier<String> ids) {
        return new ChangeSet(UUID.fromString(ids.get()), now, Principal.SYSTEM.user(), changes, List.of());
    }
}
