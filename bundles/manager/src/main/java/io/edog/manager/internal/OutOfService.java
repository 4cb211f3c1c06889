package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.state.ClusterState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this manager keeps out of everything but forwarding: it went astray, or it is of a version that does not read what the
 * cluster writes since an upgrade was finalised. Read by anyone.
 */
final class OutOfService implements Replica.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(OutOfService.class);

    private final Ports ports;
    private volatile Optional<String> outdated = Optional.empty();

    OutOfService(Ports ports) {
        this.ports = ports;
    }

    /** Why, in a sentence; empty while it takes part. */
    Optional<String> reason() {
        return ports.quarantine().reason().or(() -> outdated);
    }

    @Override
    public void applied(ClusterState before, Entry entry, ClusterState after) {
        look(Replica.format(after));
    }

    @Override
    public void installed(ClusterState state) {
        look(Replica.format(state));
    }

    private void look(int written) {
        Identity mine = ports.identity();
        if (written <= mine.format()) {
            outdated = Optional.empty();
        } else if (outdated.isEmpty()) {
            String why =
                    "this manager is older than the cluster: an upgrade was finalised, and since then entries have format "
                            + written + ", while version " + mine.version() + " reads up to " + mine.format()
                            + "; install the newer version again";
            LOG.error("manager {} keeps out of service: {}", ports.leadership().node(), why);
            outdated = Optional.of(why);
        }
    }
}
