package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.journal.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** All that the agent holds of one run. Belongs to the thread that makes the agent's steps. */
final class Slot {
    final DomainKey key;

    Optional<GuestAssignment> assignment = Optional.empty();
    Optional<RunRecord> record = Optional.empty();

    /** What the newest look that counts said, while the hypervisor answers. */
    Sighting sighting = new Sighting.Unseen();

    /** Looks that began before that count say nothing of this run: something was done to it since. */
    long settled;

    /** What is being done to it. */
    Optional<Action> busy = Optional.empty();

    Optional<GuestProcess> process = Optional.empty();
    boolean processGone;
    Optional<Subscription> watch = Optional.empty();

    Optional<HypervisorEvent.Kind> end = Optional.empty();
    Optional<HypervisorEvent.Kind> omen = Optional.empty();
    Optional<Instant> goneSince = Optional.empty();
    String away = "";

    /** Why it could not be started, and whether that start may still come true. */
    Optional<String> failed = Optional.empty();

    boolean mayComeTrue;

    /** Actions that failed in a row, what kind the last was, and when that kind is due again. */
    int failures;

    Optional<Class<?>> failedKind = Optional.empty();
    Instant notBefore = Instant.EPOCH;
    Optional<Instant> lastButton = Optional.empty();
    String note = "";

    private GuestState state = GuestState.UNKNOWN;
    private String detail = "it is not known yet whether it runs";
    private Instant since;

    Slot(DomainKey key, Instant now) {
        this.key = key;
        this.since = now;
    }

    /** Takes a new state; true if it is another than before. */
    boolean become(GuestState newState, String newDetail, Instant now) {
        boolean changed = state != newState;
        if (changed) {
            since = now;
        }
        state = newState;
        detail = newDetail;
        return changed;
    }

    GuestState state() {
        return state;
    }

    boolean ended() {
        return record.flatMap(RunRecord::ending).isPresent();
    }

    /** Whether it was begun and is not over. */
    boolean live() {
        return (record.isPresent() && !ended()) || sighting instanceof Sighting.Present;
    }

    /** Whether nothing of it is left that could be in another run's way. */
    boolean outOfTheWay() {
        boolean lives = process.isPresent() && !processGone;
        return busy.isEmpty() && sighting instanceof Sighting.Absent && !lives;
    }

    GuestReport report() {
        Optional<EndCause> cause = record.flatMap(RunRecord::ending)
                .filter(it -> state == GuestState.ENDED)
                .map(it -> it.cause());
        OptionalLong pid = process.filter(it -> !processGone && state != GuestState.ENDED)
                .map(it -> OptionalLong.of(it.pid()))
                .orElse(OptionalLong.empty());
        return new GuestReport(
                key.vm(), key.run(), state, detail, since, cause, pid, record.flatMap(RunRecord::lastOrder));
    }

    /** The VM's name where it is known, for logs. */
    String name() {
        return assignment.map(it -> it.spec().name() + " ").orElse("") + key;
    }
}
