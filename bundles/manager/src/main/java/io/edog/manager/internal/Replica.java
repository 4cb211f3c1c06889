package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.model.ClusterSettings;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import io.edog.api.state.StoreException;
import io.edog.core.Evolver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This manager's copy of the state. Written by the loop alone, entry after entry, the same way on leader and follower;
 * read by anyone.
 */
final class Replica {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** So few that a step that applies them ends in good time also on a slow machine: the watchdog is for steps that hang. */
    private static final int READ_BATCH = 64;

    /** Told, by the loop, of what changed the state. */
    interface Listener {
        /** An entry was applied. */
        void applied(ClusterState before, Entry entry, ClusterState after);

        /** The state was loaded, or replaced by another manager's; the entries that led to it were not seen. */
        default void installed(ClusterState state) {}
    }

    private final Journal journal;
    private final StateStore store;
    private final Function<Index, ClusterState> rescue;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile ClusterState state = ClusterState.empty();
    private volatile boolean caughtUp;
    private boolean loaded;

    /** @param rescue gets a state of at least an index from elsewhere, or throws a {@link StoreException} */
    Replica(Journal journal, StateStore store, Function<Index, ClusterState> rescue) {
        this.journal = journal;
        this.store = store;
        this.rescue = rescue;
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    ClusterState state() {
        return state;
    }

    /** The format of the entries that are written in a state: the newest one only once the upgrade to it was finalised. */
    static int format(ClusterState state) {
        return state.find(ClusterSettings.class, ClusterSettings.ID)
                .orElse(ClusterSettings.FOUNDED)
                .format();
    }

    /** Whether it has been at the journal's head since it was started. */
    boolean caughtUp() {
        return caughtUp;
    }

    /**
     * Loads the database, the first time, and applies whatever the journal has beyond it.
     *
     * @return how many entries were applied
     * @throws StoreException also when the journal was trimmed beyond what the database has, and nobody can give a state
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
     * @return how many entries were applied; 0 at the head, 1 also for a state that was installed
     */
    int follow() {
        if (!loaded) {
            show(store.load());
        }
        List<Entry> entries = journal.read(state.index().next(), READ_BATCH);
        entries.forEach(this::apply);
        if (entries.isEmpty()) {
            Index trimmed = journal.trimmed();
            if (!state.index().reached(trimmed)) {
                rescue(trimmed);
                return 1;
            }
            refuseForeignJournal(trimmed);
        }
        caughtUp = caughtUp || reachedHead(entries.size());
        return entries.size();
    }

    /** Few entries may also mean that a trim has just forgotten those in between. */
    private boolean reachedHead(int read) {
        return atHead(read) && (read == 0 || state.index().reached(journal.trimmed()));
    }

    /** Whether a read that gave so many entries reached the head. */
    static boolean atHead(int read) {
        return read < READ_BATCH;
    }

    /** Applies the next entry, durably, then makes it visible. */
    void apply(Entry entry) {
        ClusterState before = state;
        ClusterState after = Evolver.apply(before, entry);
        write(() -> store.apply(entry, after));
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

    /** Replaces the state by another manager's, durably, then makes it visible. */
    void install(ClusterState other) {
        write(() -> store.install(other));
        show(other);
    }

    /** A write that failed may have taken effect, and nobody could tell: then the next one does not fit, and the database knows why. */
    private void write(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException | IllegalArgumentException e) {
            loaded = false;
            throw new StoreException("the database is not where it was left, and is read again: " + e.getMessage(), e);
        }
    }

    private void show(ClusterState whole) {
        loaded = true;
        state = whole;
        listeners.forEach(listener -> listener.installed(whole));
    }

    /** The journal has forgotten entries that this manager never saw. */
    private void rescue(Index trimmed) {
        caughtUp = false;
        LOG.warn(
                "this manager ends at index {}, and the journal begins after {}: it installs a state",
                state.index(),
                trimmed);
        install(rescue.apply(trimmed));
        LOG.info("state of index {} installed", state.index());
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
