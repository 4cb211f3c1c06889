package io.edog.manager.internal;

import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.PeerException;
import io.edog.api.member.Peers;
import io.edog.api.member.Standing;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has another manager give its state: for one that was away for longer than the journal goes back, is new, or went astray. */
final class Installer {
    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);

    private final Ports ports;
    private final Roster roster;

    Installer(Ports ports, Roster roster) {
        this.ports = ports;
        this.roster = roster;
    }

    /**
     * A state of at least an index; the leader, which has work to do, is asked last.
     *
     * @throws StoreException if nobody can give one
     */
    ClusterState fetch(Index atLeast) {
        List<Member> able = roster.others()
                .filter(member -> member.live() && member.standing() == Standing.SERVING)
                .sorted(Comparator.comparing(this::leads))
                .toList();
        return able.stream()
                .flatMap(member -> ask(member, atLeast).stream())
                .findFirst()
                .orElseThrow(() -> new StoreException("a state of index " + atLeast + " or newer is needed, and "
                        + (able.isEmpty() ? "no other manager serves" : "no other manager could give one")
                        + ": start one that has it, or recover a backup"));
    }

    private Optional<ClusterState> ask(Member member, Index atLeast) {
        Optional<Peers> peers = ports.neighbours().peers();
        if (peers.isEmpty()) {
            return Optional.empty();
        }
        try {
            ClusterState state = peers.get().fetchState(member);
            if (state.index().reached(atLeast)) {
                LOG.info("manager {} gave its state of index {}", member.node(), state.index());
                return Optional.of(state);
            }
            LOG.warn("the state of manager {} is of index {}, {} is needed", member.node(), state.index(), atLeast);
        } catch (PeerException e) {
            LOG.warn("manager {} gave no state: {}", member.node(), e.getMessage());
        }
        return Optional.empty();
    }

    private boolean leads(Member member) {
        return ports.leadership().leader().equals(Optional.of(member.node()));
    }
}
