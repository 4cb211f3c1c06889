package io.edog.api.state;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import java.util.List;

/**
 * The database: the queryable view of the journal, and its archive. {@code load}, {@code apply}, {@code install} and
 * {@code prune} come from one thread; {@code archive} and {@code oldest} from any, at any time.
 */
public interface StateStore {
    /**
     * What the database holds, with index, epoch, head and hash.
     *
     * @throws StoreException if it can't be read, or its rows do not give the recorded state hash
     */
    ClusterState load();

    /**
     * Applies an entry in one transaction: the rows, the archived entry, and the applied index.
     *
     * @param entry the entry after the last applied one
     * @param after the state it leads to, whose hash is recorded
     * @throws StoreException if it can't be written; nothing of it is then, unless the database did not answer any more: then all of
     *     it may be
     * @throws IllegalStateException if it is not the next entry
     */
    void apply(Entry entry, ClusterState after);

    /**
     * Replaces all that the database holds by a state, in one transaction. The archive is emptied: it begins anew with the entry
     * after the state's index. At the applied index itself it is allowed too, and repairs a database that went astray.
     *
     * @throws StoreException as {@link #apply}
     * @throws IllegalArgumentException if the state is older than what the database has applied
     */
    void install(ClusterState state);

    /** Archived entries from an index on, in order, at most {@code max}. */
    List<Entry> archive(Index from, int max);

    /** The oldest archived index; one after the applied index when the archive is empty. */
    Index oldest();

    /** Forgets archived entries below an index, never the last applied one. */
    void prune(Index below);
}
