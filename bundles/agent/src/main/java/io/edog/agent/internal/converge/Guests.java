package io.edog.agent.internal.converge;

import io.edog.agent.internal.Backoff;
import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.Storage;
import io.edog.agent.internal.converge.Input.Outcome;
import io.edog.agent.internal.record.Ending;
import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.storage.StorageDriver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each run to what it shall be: facts to the deciders, their verdicts to work. */
final class Guests {
    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    /** A guest that was created and can't be let run so often is given up. */
    private static final int RESUME_TRIES = 5;

    private final String bootId;
    private final GuestTable table;
    private final Sights sights;
    private final GuestWork work;
    private final Jobs jobs;
    private final ServiceSlot<StorageDriver> storage;
    private final GuestDecider decider;
    private final StrayDecider strays;

    Guests(
            String bootId,
            GuestTable table,
            Sights sights,
            GuestWork work,
            Jobs jobs,
            ServiceSlot<StorageDriver> storage,
            Tuning tuning) {
        this.bootId = bootId;
        this.table = table;
        this.sights = sights;
        this.work = work;
        this.jobs = jobs;
        this.storage = storage;
        this.decider = new GuestDecider(tuning);
        this.strays = new StrayDecider(tuning);
    }

    /** Takes up what an earlier life of the agent remembered. */
    void recall(List<RunRecord> remembered, Instant now) {
        for (RunRecord record : remembered) {
            Slot slot = table.slot(record.key(), now);
            slot.record = Optional.of(record);
            slot.away = "the agent";
            if (record.bootId().equals(bootId) && record.ending().isEmpty()) {
                record.process().ifPresent(process -> sights.watch(slot, process));
            }
        }
    }

    /** Decides every run, and begins what is to be done; when to decide again if nothing happens. */
    Instant decide(Instant now, Instant latest) {
        Instant wake = latest;
        for (Slot slot : table.slots()) {
            wake = earlier(wake, decide(slot, now).orElse(latest));
        }
        return wake;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<Instant> decide(Slot slot, Instant now) {
        if (slot.busy.isPresent() && slot.record.isEmpty() && slot.assignment.isPresent()) {
            become(slot, GuestState.STARTING, sights.silence().orElse(""), now);
            return Optional.empty();
        }
        table.rememberStop(slot, now);
        adopt(slot, now);
        Verdict verdict = verdict(facts(slot, now), slot);
        if (verdict instanceof Verdict.Forgotten && slot.busy.isEmpty()) {
            table.forget(slot);
        } else if (verdict instanceof Verdict.Ends ends && slot.busy.isEmpty()) {
            end(slot, ends.ending(), now);
        } else if (verdict instanceof Verdict.Goes goes) {
            become(slot, goes.state(), goes.detail(), now);
            return goes.action().isPresent() ? act(slot, goes.action().get(), now) : goes.wake();
        } else if (verdict instanceof Verdict.Holds holds) {
            return Optional.of(holds.wake());
        }
        return Optional.empty();
    }

    private Verdict verdict(Facts facts, Slot slot) {
        return slot.assignment.map(it -> decider.decide(facts, it)).orElseGet(() -> strays.decide(facts));
    }

    private Facts facts(Slot slot, Instant now) {
        Sighting sighting = sights.silence().<Sighting>map(Sighting.Silent::new).orElse(slot.sighting);
        return new Facts(
                now,
                bootId,
                slot.key,
                table.assigned(),
                slot.assignment,
                table.assignedRun(slot.key.vm()),
                slot.record,
                sighting,
                slot.process,
                slot.processGone,
                slot.end,
                slot.omen,
                slot.goneSince,
                slot.failed,
                blocked(slot),
                slot.lastButton,
                slot.note,
                slot.away);
    }

    private Optional<String> blocked(Slot slot) {
        boolean needsStorage =
                slot.assignment.filter(it -> !it.spec().disks().isEmpty()).isPresent();
        return needsStorage && storage.get().isEmpty() ? Optional.of(Storage.ABSENT) : table.inTheWay(slot);
    }

    private void become(Slot slot, GuestState state, String detail, Instant now) {
        GuestState before = slot.state();
        if (slot.become(state, detail, now)) {
            LOG.info("guest {}: {} -> {}{}", slot.name(), before, state, detail.isEmpty() ? "" : ": " + detail);
        }
    }

    private void end(Slot slot, Ending ending, Instant now) {
        RunRecord record = slot.record.orElseGet(() -> RunRecord.intent(slot.key, bootId, now));
        table.remember(slot, record.ended(ending));
        slot.sighting = new Sighting.Unseen();
        sights.settle(slot);
        LOG.info("guest {}: ended, {}{}", slot.name(), ending.cause(), inBrackets(ending.detail()));
        slot.become(GuestState.ENDED, ending.detail(), now);
    }

    private static String inBrackets(String detail) {
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }

    private Optional<Instant> act(Slot slot, Action action, Instant now) {
        if (slot.busy.isPresent()) {
            return Optional.empty();
        }
        if (slot.failedKind.equals(Optional.of(action.getClass())) && now.isBefore(slot.notBefore)) {
            return Optional.of(slot.notBefore);
        }
        Optional<Supplier<Outcome>> task = task(slot, action);
        if (task.isEmpty()) {
            return Optional.empty();
        }
        if (jobs.start("guest " + slot.key, guarded(slot, action, task.get()))) {
            slot.busy = Optional.of(action);
            return Optional.empty();
        }
        return Optional.of(now.plus(PAUSE.first()));
    }

    /** A job must come back whatever happens, or its run would never be touched again. */
    private static Supplier<Input> guarded(Slot slot, Action action, Supplier<Outcome> task) {
        return () -> {
            try {
                return new Input.ActionDone(slot.key, action, task.get());
            } catch (RuntimeException e) {
                LOG.error("guest {}: {} failed unexpectedly", slot.key, action, e);
                return new Input.ActionDone(slot.key, action, new Outcome.NotTried(String.valueOf(e)));
            }
        };
    }

    private Optional<Supplier<Outcome>> task(Slot slot, Action action) {
        Optional<RunRecord> record = slot.record;
        if (action instanceof Action.Start) {
            return slot.assignment.map(assignment -> () -> work.start(assignment));
        }
        if (action instanceof Action.Destroy destroy) {
            return Optional.of(() -> work.destroy(slot.key, record, destroy));
        }
        if (record.isEmpty() || !(slot.sighting instanceof Sighting.Present present)) {
            return Optional.empty();
        }
        return Optional.of(() -> onDomain(action, record.get(), present.domain()));
    }

    private Outcome onDomain(Action action, RunRecord record, Domain domain) {
        if (action instanceof Action.Resume) {
            return work.resume(record, domain);
        }
        if (action instanceof Action.Suspend) {
            return work.suspend(record, domain);
        }
        if (action instanceof Action.Obey obey) {
            return work.obey(record, domain, obey);
        }
        return work.pressButton(record, domain);
    }

    /** Takes the outcome of what was done. */
    void done(Input.ActionDone done, Instant now) {
        table.find(done.key()).ifPresent(slot -> done(slot, done, now));
    }

    private void done(Slot slot, Input.ActionDone done, Instant now) {
        slot.busy = Optional.empty();
        slot.sighting = new Sighting.Unseen();
        sights.settle(slot);
        if (done.action() instanceof Action.PressButton) {
            slot.lastButton = Optional.of(now);
        }
        Outcome outcome = done.outcome();
        if (outcome instanceof Outcome.Done success) {
            succeeded(slot, success, done.action());
        } else if (outcome instanceof Outcome.Refused refused) {
            refused.record().ifPresent(it -> merge(slot, it));
            failed(slot, done.action(), refused.why(), false, now);
        } else if (outcome instanceof Outcome.Unanswered unanswered) {
            unanswered.record().ifPresent(it -> merge(slot, it));
            failed(slot, done.action(), unanswered.why(), true, now);
        } else if (outcome instanceof Outcome.NotTried not) {
            slot.sighting = done.action() instanceof Action.Start ? new Sighting.Absent() : slot.sighting;
            failed(slot, done.action(), not.why(), true, now);
            slot.failed = Optional.empty();
        } else if (outcome instanceof Outcome.Impossible impossible) {
            slot.sighting = new Sighting.Absent();
            end(slot, new Ending(io.edog.api.bus.EndCause.FAILED, impossible.why(), now), now);
        }
    }

    private void succeeded(Slot slot, Outcome.Done success, Action action) {
        slot.failures = 0;
        slot.failedKind = Optional.empty();
        slot.note = "";
        success.record().ifPresent(it -> merge(slot, it));
        success.domain().ifPresent(domain -> slot.sighting = new Sighting.Present(domain));
        if (action instanceof Action.Start) {
            slot.record.flatMap(RunRecord::process).ifPresent(process -> sights.watch(slot, process));
            slot.away = "";
        }
    }

    /** The work's record is newer, but for what only the steps write. */
    private static void merge(Slot slot, RunRecord done) {
        slot.record = Optional.of(
                slot.record.flatMap(RunRecord::stop).map(done::withStop).orElse(done));
    }

    private void failed(Slot slot, Action action, String why, boolean mayComeTrue, Instant now) {
        slot.failures = slot.failedKind.equals(Optional.of(action.getClass())) ? slot.failures + 1 : 1;
        slot.failedKind = Optional.of(action.getClass());
        slot.notBefore = now.plus(PAUSE.pause(slot.failures));
        slot.note = why;
        LOG.warn("guest {}: {} failed: {}", slot.name(), action.getClass().getSimpleName(), why);
        if (action instanceof Action.Start) {
            slot.failed = Optional.of(why);
            slot.mayComeTrue = mayComeTrue;
        } else if (action instanceof Action.Resume && slot.failures >= RESUME_TRIES) {
            slot.failed = Optional.of("it could not be let run: " + why);
            slot.mayComeTrue = false;
        }
    }

    /** Brings what is remembered of a run in line with a domain that is there. */
    private void adopt(Slot slot, Instant now) {
        if (!(slot.sighting instanceof Sighting.Present present) || slot.busy.isPresent() || slot.ended()) {
            return;
        }
        boolean runs = present.domain().state() == DomainState.RUNNING;
        if (slot.record.isEmpty() && slot.assignment.isPresent()) {
            LOG.info("guest {}: it is there without a record of it, taken over", slot.name());
            table.remember(
                    slot,
                    RunRecord.intent(slot.key, present.domain().bootId(), now).withResumed());
        } else if (runs && slot.record.filter(it -> !it.resumed()).isPresent()) {
            table.remember(slot, slot.record.get().withResumed());
        }
        if (slot.mayComeTrue || runs) {
            slot.failed = Optional.empty();
        }
    }
}
