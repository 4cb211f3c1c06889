package io.edog.testkit.store;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import java.util.List;
import java.util.TreeMap;

/** A database in memory, which keeps its contents as long as the object lives. Thread-safe. */
public final class MemoryStateStore implements StateStore {
    private final TreeMap<Index, Entry> archive = new TreeMap<>();
    private ClusterState state = ClusterState.empty();

    @Override
    public synchronized ClusterState load() {
        return state;
    }

    @Override
    public synchronized void apply(Entry entry, ClusterState after) {
        if (!entry.index().equals(state.index().next()) || !entry.previous().equals(state.head())) {
            throw new IllegalStateException("entry " + entry.index() + " does not follow index " + state.index());
        }
        archive.put(entry.index(), entry);
        state = after;
    }

    @Override
    public synchronized void install(ClusterState installed) {
        if (!installed.index().reached(state.index())) {
            throw new IllegalArgumentException(
                    "a state of index " + installed.index() + " is older than the applied index " + state.index());
        }
        archive.clear();
        state = installed;
    }

    @Override
    public synchronized List<Entry> archive(Index from, int max) {
        return archive.tailMap(from, true).values().stream().limit(max).toList();
    }

    @Override
    public synchronized Index oldest() {
        return archive.isEmpty() ? state.index().next() : archive.firstKey();
    }

    @Override
    public synchronized void prune(Index below) {
        Index keep = below.compareTo(state.index()) < 0 ? below : state.index();
        archive.headMap(keep, false).clear();
    }
}
