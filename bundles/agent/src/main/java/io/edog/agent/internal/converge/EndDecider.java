package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.Ending;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.model.Power;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a run that was begun is over, and why. A process that lives is never over. */
final class EndDecider {
    private final Tuning tuning;

    EndDecider(Tuning tuning) {
        this.tuning = tuning;
    }

    /** Empty while nothing says that it is gone. */
    Optional<Verdict> decide(Facts facts) {
        boolean absent = facts.sighting() instanceof Sighting.Absent;
        if (!absent && !facts.processGone()) {
            return Optional.empty();
        }
        if (facts.processLives()) {
            return Optional.of(lingers(facts, facts.process().get()));
        }
        if (facts.failed().isPresent()) {
            return Optional.of(ends(facts, EndCause.FAILED, facts.failed().get()));
        }
        if (stopAsked(facts)) {
            return Optional.of(ends(facts, EndCause.STOPPED, ""));
        }
        return Optional.of(heard(facts).orElseGet(() -> unexplained(facts)));
    }

    /** libvirt is done with it, its process is not: for a moment that is how it always is. */
    private Verdict lingers(Facts facts, GuestProcess process) {
        Instant until = patience(facts);
        return facts.now().isBefore(until)
                ? new Verdict.Holds(until)
                : new Verdict.Goes(
                        GuestState.UNKNOWN,
                        "libvirt no longer lists it, but its QEMU runs as process " + process.pid()
                                + "; end that process, then this run is over");
    }

    private Instant patience(Facts facts) {
        return facts.goneSince().orElse(facts.now()).plus(tuning.causeWait());
    }

    private static boolean stopAsked(Facts facts) {
        return facts.assignment()
                .map(it -> it.power() == Power.STOPPED)
                .orElse(facts.assigned()
                        || facts.record().flatMap(it -> it.stop()).isPresent());
    }

    /** What the hypervisor said of its end. */
    private static Optional<Verdict> heard(Facts facts) {
        return facts.omen().or(facts::end).map(kind -> byEvent(facts, kind));
    }

    private static Verdict byEvent(Facts facts, HypervisorEvent.Kind kind) {
        return switch (kind) {
            case GUEST_OFF, ENDED_BY_GUEST -> ends(facts, EndCause.SHUTDOWN, "");
            case KILLED -> ends(facts, EndCause.CRASHED, "its QEMU was told to quit, not by edog");
            case PANICKED -> ends(facts, EndCause.CRASHED, "its guest's kernel panicked");
            case ENDED_BY_DESTROY -> ends(facts, EndCause.CRASHED, "it was destroyed, not by edog");
            case ENDED_BY_CRASH, ENDED, CHANGED -> ends(facts, EndCause.CRASHED, died(facts));
        };
    }

    /**
     * Gone without a word. libvirt ends a guest's process only after it knows that the guest powered off: if it still
     * believes that the guest runs, that was no power-off. Else its word may be on its way.
     */
    private Verdict unexplained(Facts facts) {
        if (facts.sighting() instanceof Sighting.Silent silent) {
            return ends(facts, EndCause.CRASHED, died(facts) + "; " + silent.why());
        }
        Optional<DomainState> listed = facts.sighting() instanceof Sighting.Present present
                ? Optional.of(present.domain().state())
                : Optional.empty();
        if (listed.filter(state -> state != DomainState.ENDING).isPresent()) {
            return ends(facts, EndCause.CRASHED, died(facts));
        }
        Instant until = patience(facts);
        if (facts.now().isBefore(until)) {
            return new Verdict.Holds(until);
        }
        if (listed.isPresent()) {
            return ends(facts, EndCause.SHUTDOWN, "");
        }
        if (!facts.assigned()) {
            return new Verdict.Goes(GuestState.UNKNOWN, "it is gone; whether it was to be ended is not known yet");
        }
        String vanished = "vanished while " + facts.away() + " was away";
        return ends(facts, EndCause.CRASHED, facts.away().isEmpty() ? died(facts) : vanished);
    }

    private static String died(Facts facts) {
        return facts.process()
                .map(it -> "its QEMU (process " + it.pid() + ") is gone")
                .orElse("its QEMU vanished");
    }

    private static Verdict ends(Facts facts, EndCause cause, String detail) {
        return new Verdict.Ends(new Ending(cause, detail, facts.now()));
    }
}
