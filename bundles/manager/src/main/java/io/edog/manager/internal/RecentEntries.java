package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest entries in memory, so that those who follow need no database. Thread-safe. */
final class RecentEntries {
    private static final int LIMIT = 512;

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > LIMIT) {
            entries.removeFirst();
        }
    }

    /** What was seen does not lead to what follows. */
    synchronized void clear() {
        entries.clear();
    }

    /** Entries from an index on; empty if they begin before what is remembered. */
    synchronized Optional<List<Entry>> from(Index from, int max) {
        if (entries.isEmpty() || entries.getFirst().index().compareTo(from) > 0) {
            return Optional.empty();
        }
        return Optional.of(entries.stream()
                .filter(entry -> entry.index().reached(from))
                .limit(max)
                .toList());
    }
}
