package io.edog.manager.internal;

import io.edog.api.export.StateFile;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateExport;
import io.edog.api.state.StoreException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a state on this manager's disk, so that the journal may forget what led to it. What is exported is the immutable state,
 * never tables. Asked by the loop, done in the background.
 */
final class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    private final Ports ports;
    private final EngineLimits limits;
    private final Runnable wake;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean looked;
    private volatile Index exported = Index.ZERO;
    private volatile Instant last = Instant.MIN;
    private volatile Instant notBefore = Instant.MIN;

    Exports(Ports ports, EngineLimits limits, Runnable wake) {
        this.ports = ports;
        this.limits = limits;
        this.wake = wake;
    }

    /** The newest index of which the disk holds a whole state, flushed and read back. */
    Index newest() {
        return exported;
    }

    /** Begins an export if one is due; a state that went astray is not kept. */
    void look(ClusterState state) {
        Instant now = ports.steady().instant();
        boolean astray = ports.quarantine().reason().isPresent();
        if (!astray && !now.isBefore(notBefore) && due(state, now) && busy.compareAndSet(false, true)) {
            ports.background().execute(() -> run(state));
        }
    }

    private boolean due(ClusterState state, Instant now) {
        long behind = state.index().value() - exported.value();
        return !looked
                || behind >= limits.exportEntries()
                || (behind > 0 && !now.isBefore(last.plus(limits.exportPeriod())));
    }

    private void run(ClusterState state) {
        try {
            if (looked) {
                export(state);
            } else {
                exported = ports.exports()
                        .newest()
                        .map(StateExport::state)
                        .map(ClusterState::index)
                        .orElse(Index.ZERO);
                looked = true;
            }
            last = ports.steady().instant();
            wake.run();
        } catch (StoreException e) {
            LOG.error("the state is not exported, so the journal keeps its entries: {}", e.getMessage());
            notBefore = ports.steady().instant().plus(limits.retryMax());
        } finally {
            busy.set(false);
        }
    }

    private void export(ClusterState state) {
        StateFile file = ports.exports().write(state);
        exported = file.index();
        ports.exports().prune(limits.exportsKept());
        LOG.info("state of index {} exported to {}, {} bytes", file.index(), file.path(), file.bytes());
    }
}
