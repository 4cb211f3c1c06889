package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.Ending;
import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.GuestState;
import java.util.Optional;

/** Decides what becomes of a run that nobody assigns to this host (any more, or yet). Pure: facts in, verdict out. */
final class StrayDecider {
    private final Tuning tuning;
    private final EndDecider ends;

    StrayDecider(Tuning tuning) {
        this.tuning = tuning;
        this.ends = new EndDecider(tuning);
    }

    Verdict decide(Facts facts) {
        if (facts.assigned()) {
            return unwanted(facts);
        }
        return ended(facts)
                .or(() -> facts.record().flatMap(record -> ends.decide(facts)))
                .orElseGet(() -> asSeen(facts));
    }

    private static Optional<Verdict> ended(Facts facts) {
        return facts.record()
                .flatMap(RunRecord::ending)
                .map(Ending::detail)
                .map(detail -> new Verdict.Goes(GuestState.ENDED, detail));
    }

    private Verdict unwanted(Facts facts) {
        if (facts.sighting() instanceof Sighting.Present present) {
            return present(facts, present);
        }
        if (!(facts.sighting() instanceof Sighting.Absent)) {
            return ended(facts).orElseGet(() -> notSeen(facts));
        }
        if (facts.processLives()) {
            return new Verdict.Goes(
                    GuestState.UNKNOWN,
                    "it is not assigned here and libvirt does not list it, but its QEMU runs as process "
                            + facts.process().get().pid());
        }
        return new Verdict.Forgotten();
    }

    private Verdict notSeen(Facts facts) {
        return facts.sighting() instanceof Sighting.Silent silent
                ? new Verdict.Goes(GuestState.UNKNOWN, silent.why())
                : new Verdict.Holds(facts.now().plus(tuning.look()));
    }

    private static Verdict present(Facts facts, Sighting.Present present) {
        Optional<Long> newer =
                facts.assignedRun().filter(run -> run < facts.key().run());
        if (newer.isPresent()) {
            Verdict.Goes seen = Seen.as(present.domain());
            return new Verdict.Goes(seen.state(), "newer than run " + newer.get() + ", which is assigned; left alone");
        }
        String why = facts.assignedRun()
                .map(run -> "run " + run + " of this VM is assigned here, this is an older one")
                .orElse("no run of this VM is assigned here");
        return new Verdict.Goes(GuestState.STOPPING, why).act(new Action.Destroy(why, false));
    }

    private Verdict asSeen(Facts facts) {
        if (facts.sighting() instanceof Sighting.Present present) {
            return Seen.as(present.domain());
        }
        return facts.sighting() instanceof Sighting.Absent ? new Verdict.Forgotten() : notSeen(facts);
    }
}
