package io.edog.manager.internal;

import io.edog.api.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares this manager's state with the others' from time to time, and takes it out of service when it went astray. Used by the loop alone. */
final class Sentinel {
    private static final Logger LOG = LoggerFactory.getLogger(Sentinel.class);
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final Ports ports;
    private final Roster roster;
    private final Agreement agreement;
    private Instant next = Instant.MIN;
    private List<String> told = List.of();

    Sentinel(Ports ports, Roster roster, Agreement agreement) {
        this.ports = ports;
        this.roster = roster;
        this.agreement = agreement;
    }

    void look() {
        Instant now = ports.steady().instant();
        if (now.isBefore(next) || ports.quarantine().reason().isPresent()) {
            return;
        }
        next = now.plus(GRAIN);
        Agreement.Verdict verdict =
                agreement.compare(roster.others().toList(), ports.leadership().leader());
        verdict.fault().ifPresentOrElse(this::outOfService, () -> others(verdict.differing()));
    }

    private void outOfService(String fault) {
        LOG.error(
                "ALARM: manager {} takes itself out of service: {}",
                ports.leadership().node(),
                fault);
        ports.quarantine().enter(fault, agreement.agreed());
    }

    private void others(List<Member> differing) {
        List<String> names = differing.stream().map(Member::node).toList();
        if (!names.equals(told)) {
            told = names;
            names.forEach(name -> LOG.error("ALARM: the state of manager {} differs from this one's", name));
        }
    }
}
