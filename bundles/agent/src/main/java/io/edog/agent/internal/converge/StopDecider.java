package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.PauseReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Decides how a guest that shall end is ended: asked by its power button, again and again, then forced. */
final class StopDecider {
    private final Tuning tuning;

    StopDecider(Tuning tuning) {
        this.tuning = tuning;
    }

    Verdict decide(Facts facts, GuestAssignment assignment, Domain domain) {
        if (neverRan(facts, domain)) {
            return destroy("it shall be stopped and never ran");
        }
        if (assignment.stop().isEmpty()) {
            return destroy("it shall be stopped");
        }
        int grace = assignment.stop().get().graceSeconds();
        if (assignment.stop().get().force() || grace == 0) {
            return destroy("it shall be stopped at once");
        }
        Instant begun = facts.record()
                .flatMap(RunRecord::stop)
                .map(RunRecord.SeenStop::seen)
                .orElse(facts.now());
        Instant deadline = begun.plusSeconds(grace);
        if (!facts.now().isBefore(deadline)) {
            return destroy("it did not shut down within " + grace + " s");
        }
        return ask(facts, domain, deadline);
    }

    private Verdict ask(Facts facts, Domain domain, Instant deadline) {
        Verdict.Goes asked = new Verdict.Goes(
                GuestState.STOPPING,
                "asked to shut down; it is ended by force at " + deadline.truncatedTo(ChronoUnit.SECONDS));
        if (domain.state() == DomainState.PAUSED) {
            // a paused guest can't heed its power button
            return domain.reason() == PauseReason.REQUESTED ? asked.act(new Action.Resume()) : asked.wakeAt(deadline);
        }
        Instant next = facts.lastButton().map(it -> it.plus(tuning.button())).orElse(facts.now());
        if (domain.state() != DomainState.RUNNING || facts.now().isBefore(next)) {
            return asked.wakeAt(next.isBefore(deadline) && next.isAfter(facts.now()) ? next : deadline);
        }
        return asked.act(new Action.PressButton());
    }

    private static boolean neverRan(Facts facts, Domain domain) {
        return domain.state() == DomainState.PAUSED
                && domain.reason() == PauseReason.REQUESTED
                && facts.record().filter(RunRecord::resumed).isEmpty();
    }

    private static Verdict destroy(String why) {
        return new Verdict.Goes(GuestState.STOPPING, why).act(new Action.Destroy(why, false));
    }
}
