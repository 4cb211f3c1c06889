package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps journal and archive bounded. While this is the only manager, what its database has applied and flushed is
 * export enough for ZooKeeper to forget it; with several, nothing is trimmed.
 */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PRUNE_BATCH = 500;

    private final Journal journal;
    private final StateStore store;
    private final Leadership leadership;
    private final EngineLimits limits;
    private long lastLook;

    Retention(Journal journal, StateStore store, Leadership leadership, EngineLimits limits) {
        this.journal = journal;
        this.store = store;
        this.leadership = leadership;
        this.limits = limits;
    }

    /** Whether so much was written since the last look that ZooKeeper should not wait for the next sweep. */
    boolean due(ClusterState state) {
        return state.index().value() - lastLook > limits.keepEntries() / 2;
    }

    void sweep(ClusterState state, Epoch epoch, Instant now) {
        trim(state, epoch);
        prune(state, now);
    }

    void trim(ClusterState state, Epoch epoch) {
        lastLook = state.index().value();
        long upTo = state.index().value() - limits.keepEntries();
        if (leadership.members().size() != 1 || upTo <= journal.trimmed().value()) {
            return;
        }
        if (journal.trim(epoch, new Index(upTo))) {
            LOG.info("journal trimmed up to index {}; the database keeps the older entries", upTo);
        }
    }

    private void prune(ClusterState state, Instant now) {
        if (state.index().equals(Index.ZERO)) {
            return;
        }
        List<Entry> old = store.archive(store.oldest(), PRUNE_BATCH);
        Instant limit = now.minus(limits.retention());
        old.stream()
                .filter(entry -> entry.set().at().isBefore(limit))
                .reduce((first, second) -> second)
                .ifPresent(last -> store.prune(last.index().next()));
    }
}
