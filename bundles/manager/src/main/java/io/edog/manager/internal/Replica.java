package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import io.edog.api.state.StoreException;
import io.edog.core.Evolver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * This manager's copy of the state. Written by the loop alone, entry after entry, the same way on leader and follower;
 * read by anyone.
 */
final class Replica {
    private static final int READ_BATCH = 256;

    /** Told, by the loop, of each applied entry. */
    interface Listener {
        void applied(ClusterState before, Entry entry, ClusterState after);
    }

    private final Journal journal;
    private final StateStore store;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile ClusterState state = ClusterState.empty();
    private volatile boolean caughtUp;
    private boolean loaded;

    Replica(Journal journal, StateStore store) {
        this.journal = journal;
        this.store = store;
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    ClusterState state() {
        return state;
    }

    /** Whether it has been at the journal's head since it was started. */
    boolean caughtUp() {
        return caughtUp;
    }

    /**
     * Loads the database, the first time, and applies whatever the journal has beyond it.
     *
     * @return how many entries were applied
     * @throws StoreException also when the journal was trimmed beyond what the database has
     */
    int catchUp() {
        int applied = 0;
        int some = follow();
        while (some > 0) {
            applied += some;
            some = follow();
        }
        return applied;
    }

    /**
     * Applies the next entries, if there are any: the step of a follower. At the head it looks whether this journal is the one it
     * has followed so far.
     *
     * @return how many entries were applied; 0 at the head
     */
    int follow() {
        if (!loaded) {
            state = store.load();
            loaded = true;
        }
        List<Entry> entries = journal.read(state.index().next(), READ_BATCH);
        entries.forEach(this::apply);
        if (entries.isEmpty()) {
            Index trimmed = journal.trimmed();
            refuseGap(trimmed);
            refuseForeignJournal(trimmed);
        }
        caughtUp |= atHead(entries.size());
        return entries.size();
    }

    /** Whether a read that gave so many entries reached the head. */
    static boolean atHead(int read) {
        return read < READ_BATCH;
    }

    /** Applies the next entry, durably, then makes it visible. */
    void apply(Entry entry) {
        ClusterState before = state;
        ClusterState after = Evolver.apply(before, entry);
        store.apply(entry, after);
        state = after;
        listeners.forEach(listener -> listener.applied(before, entry, after));
    }

    /** Archived entries, as {@link StateStore#archive}. */
    List<Entry> archive(Index from, int max) {
        return store.archive(from, max);
    }

    /** The oldest archived index, or empty before the first entry. */
    Optional<Index> oldest() {
        return state.index().equals(Index.ZERO) ? Optional.empty() : Optional.of(store.oldest());
    }

    private void refuseGap(Index trimmed) {
        if (!state.index().reached(trimmed)) {
            throw new StoreException("the database ends at index " + state.index() + " and the journal begins after "
                    + trimmed + ": entries between them are missing here; restore a backup of the database");
        }
    }

    /** A journal that was emptied, or is another cluster's, must not be gone on with: acknowledged writes would be gone. */
    private void refuseForeignJournal(Index trimmed) {
        if (state.index().equals(Index.ZERO) || trimmed.reached(state.index())) {
            return;
        }
        Optional<Entry> mine = journal.read(state.index());
        if (!mine.map(Entry::hash).equals(Optional.of(state.head()))) {
            throw new StoreException("the journal in ZooKeeper does not hold entry " + state.index()
                    + " that this database has applied: ZooKeeper's data were lost or are another cluster's; nothing is"
                    + " written until they are back");
        }
    }
}
