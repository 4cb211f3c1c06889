package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.Ending;
import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.PauseReason;
import io.edog.api.model.Power;
import java.util.Optional;

/** Decides what a run that is assigned to this host needs. Pure: facts in, verdict out. */
final class GuestDecider {
    private final Tuning tuning;
    private final EndDecider ends;
    private final StopDecider stops;

    GuestDecider(Tuning tuning) {
        this.tuning = tuning;
        this.ends = new EndDecider(tuning);
        this.stops = new StopDecider(tuning);
    }

    Verdict decide(Facts facts, GuestAssignment assignment) {
        Optional<Ending> over = facts.record().flatMap(RunRecord::ending);
        if (over.isPresent()) {
            return over(facts, over.get());
        }
        if (!assignment.bootId().equals(facts.bootId())) {
            return otherBoot(facts, assignment);
        }
        if (facts.record().isPresent()) {
            return ends.decide(facts).orElseGet(() -> begun(facts, assignment));
        }
        return fresh(facts, assignment);
    }

    /** It has ended; should it show up after all, a start came true too late. */
    private Verdict over(Facts facts, Ending ending) {
        Verdict.Goes ended = new Verdict.Goes(GuestState.ENDED, ending.detail());
        if (!(facts.sighting() instanceof Sighting.Present)) {
            return ended;
        }
        return facts.now().isBefore(ending.at().plus(tuning.late()))
                ? ended.wakeAt(ending.at().plus(tuning.late()))
                : ended.act(
                        new Action.Destroy("it is there although the run has ended: a start that came too late", true));
    }

    private Verdict otherBoot(Facts facts, GuestAssignment assignment) {
        if (facts.sighting() instanceof Sighting.Present) {
            String why = "its run belongs to boot " + assignment.bootId() + ", this is boot " + facts.bootId();
            return new Verdict.Goes(GuestState.STOPPING, why).act(new Action.Destroy(why, true));
        }
        return ends(facts, EndCause.HOST_LOST, "the host was rebooted since it began");
    }

    private Verdict fresh(Facts facts, GuestAssignment assignment) {
        if (facts.sighting() instanceof Sighting.Silent silent) {
            return new Verdict.Goes(GuestState.WAITING, silent.why());
        }
        if (!(facts.sighting() instanceof Sighting.Absent)) {
            return new Verdict.Goes(GuestState.WAITING, "looking at what runs on this host");
        }
        if (assignment.power() == Power.STOPPED) {
            return ends(facts, EndCause.STOPPED, "it had not begun");
        }
        if (facts.blocked().isPresent()) {
            return new Verdict.Goes(GuestState.WAITING, facts.blocked().get());
        }
        GuestState state = facts.note().isEmpty() ? GuestState.STARTING : GuestState.WAITING;
        return new Verdict.Goes(state, facts.note()).act(new Action.Start());
    }

    private Verdict begun(Facts facts, GuestAssignment assignment) {
        if (facts.sighting() instanceof Sighting.Silent silent) {
            return new Verdict.Goes(GuestState.UNKNOWN, silent.why());
        }
        if (!(facts.sighting() instanceof Sighting.Present present)) {
            return new Verdict.Holds(facts.now().plus(tuning.look()));
        }
        Domain domain = present.domain();
        return switch (assignment.power()) {
            case RUNNING -> toRun(facts, assignment, domain);
            case PAUSED -> toPause(facts, domain);
            case STOPPED -> stops.decide(facts, assignment, domain);
        };
    }

    private static Verdict toRun(Facts facts, GuestAssignment assignment, Domain domain) {
        boolean resumed = facts.record().filter(RunRecord::resumed).isPresent();
        if (facts.failed().isPresent() && !resumed) {
            String why = facts.failed().get();
            return new Verdict.Goes(GuestState.STOPPING, why).act(new Action.Destroy(why, true));
        }
        if (domain.state() == DomainState.RUNNING) {
            Verdict.Goes running = new Verdict.Goes(GuestState.RUNNING, facts.note());
            return order(facts, assignment).map(running::act).orElse(running);
        }
        if (domain.state() == DomainState.PAUSED && domain.reason() == PauseReason.REQUESTED) {
            GuestState state = resumed ? GuestState.PAUSED : GuestState.STARTING;
            return new Verdict.Goes(state, facts.note()).act(new Action.Resume());
        }
        return Seen.as(domain);
    }

    private static Optional<Action> order(Facts facts, GuestAssignment assignment) {
        Optional<String> last = facts.record().flatMap(RunRecord::lastOrder);
        return assignment
                .order()
                .filter(order -> !last.equals(Optional.of(order.task())))
                .map(Action.Obey::new);
    }

    private static Verdict toPause(Facts facts, Domain domain) {
        return domain.state() == DomainState.RUNNING
                ? new Verdict.Goes(GuestState.RUNNING, facts.note()).act(new Action.Suspend())
                : Seen.as(domain);
    }

    private static Verdict ends(Facts facts, EndCause cause, String detail) {
        return new Verdict.Ends(new Ending(cause, detail, facts.now()));
    }
}
