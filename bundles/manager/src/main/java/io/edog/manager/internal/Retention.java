package io.edog.manager.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.api.state.ClusterState;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the journal bounded. ZooKeeper forgets what every manager in service has in an export on its disk; one that is away
 * or still catching up does not hold it: it installs a state. Used by the loop alone.
 */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int LOOKS = 8;

    private final Ports ports;
    private final EngineLimits limits;
    private final Roster roster;
    private final JournalSizes sizes;
    private long lastLook;

    Retention(Ports ports, EngineLimits limits, Roster roster, JournalSizes sizes) {
        this.ports = ports;
        this.limits = limits;
        this.roster = roster;
        this.sizes = sizes;
    }

    /** Whether so much was written since the last look that ZooKeeper should not wait for the next sweep. */
    boolean due(ClusterState state) {
        return state.index().value() - lastLook > limits.keepEntries() / LOOKS;
    }

    void trim(ClusterState state, Epoch epoch) {
        lastLook = state.index().value();
        long trimmed = ports.journal().trimmed().value();
        long wanted = state.index().value() - sizes.keep();
        Member slowest = roster.members().stream()
                .filter(member -> self(member) || (member.live() && member.standing() == Standing.SERVING))
                .min(Comparator.comparing(Member::exported))
                .orElseThrow();
        long upTo = Math.min(wanted, slowest.exported().value());
        if (upTo > trimmed && ports.journal().trim(epoch, new Index(upTo))) {
            LOG.info("journal trimmed up to index {}; the databases keep the older entries", upTo);
        } else if (wanted - Math.max(upTo, trimmed) > sizes.keep()) {
            LOG.warn(
                    "the journal keeps {} entries: manager {} has exported no more than index {}",
                    state.index().value() - trimmed,
                    slowest.node(),
                    slowest.exported());
        }
    }

    /** Counts in any case, also just after it stood still for so long that it does not serve at this moment. */
    private boolean self(Member member) {
        return member.node().equals(ports.leadership().node());
    }
}
