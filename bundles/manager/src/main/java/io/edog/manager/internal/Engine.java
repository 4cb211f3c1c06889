package io.edog.manager.internal;

import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Epoch;
import io.edog.core.plan.Dirty;
import io.edog.core.plan.Plan;
import io.edog.core.plan.Reconciler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The manager's one loop, a step at a time. While it leads: decide what callers want, decide what edog does by itself, tell the
 * hosts. While it does not: follow the journal and forward what callers want. One thread steps it; time and ids come from outside.
 */
final class Engine {
    private final Ports ports;
    private final EngineLimits limits;
    private final Replica replica;
    private final Term term;
    private final CommandQueue queue;
    private final Following following;
    private final DirtyMarks dirty;
    private final Observations observations;
    private final Publisher publisher;
    private final Retention retention;
    private final Roster roster;
    private final Orders orders;
    private final Refusals refusals;
    private final KeyTimes keys = new KeyTimes();
    private final Clocks clocks;
    /** Not at the beginning of a term: then callers wait, and everything is looked at without it. */
    private Instant nextSweep = Instant.MAX;
    /** Whoever stood still may have been deposed without knowing: then the journal is read before anything is answered. */
    private Instant lastStep = Instant.EPOCH;

    Engine(
            Ports ports,
            EngineLimits limits,
            Replica replica,
            Term term,
            CommandQueue queue,
            Following following,
            DirtyMarks dirty,
            Observations observations,
            Publisher publisher,
            Retention retention,
            Roster roster) {
        this.ports = ports;
        this.limits = limits;
        this.replica = replica;
        this.term = term;
        this.queue = queue;
        this.following = following;
        this.dirty = dirty;
        this.observations = observations;
        this.publisher = publisher;
        this.retention = retention;
        this.roster = roster;
        this.orders = new Orders(ports, term, roster);
        this.refusals = new Refusals(limits);
        this.clocks = new Clocks(ports.wall(), ports.steady());
        replica.listen(keys);
    }

    /**
     * One step. Whatever it throws, stepping again is right: after a failure it reads the journal anew.
     *
     * @return how long nothing is to be done, unless something wakes the loop; zero or less: step again at once
     */
    Duration step() {
        Instant asked = ports.steady().instant();
        if (lastStep.plus(limits.standstill()).isBefore(asked)) {
            term.pause();
        }
        lastStep = asked;
        if (clocks.stepped()) {
            observations.clockSet();
            dirty.forget();
        }
        following.answers();
        if (term.barred()) {
            return following.aside();
        }
        if (term.serving().isEmpty() && !begin()) {
            dirty.forget();
            return following.step();
        }
        following.leads(asked);
        boolean leads = commands() && reconcile() && publish();
        return leads ? untilNext() : Duration.ZERO;
    }

    private boolean begin() {
        if (!term.begin()) {
            return false;
        }
        publisher.everything(replica.state());
        dirty.markEverything();
        nextSweep = ports.steady().instant().plus(limits.settle());
        return true;
    }

    /** After an exception: nothing is served until the journal has been read again. */
    void failed() {
        term.pause();
        dirty.markEverything();
    }

    private boolean commands() {
        queue.release(term.serving(), "the leadership has changed");
        if (queue.isEmpty()) {
            return true;
        }
        CommandRound round = new CommandRound(replica.state(), limits, ports, keys, roster.members(), refusals);
        List<PendingCommand> group = queue.take(limits.group());
        int taken = 0;
        while (taken < group.size() && round.add(group.get(taken))) {
            taken++;
        }
        queue.giveBack(group.subList(taken, group.size()));
        return taken == 0 || settle(round, group.subList(0, taken));
    }

    private boolean settle(CommandRound round, List<PendingCommand> group) {
        boolean durable = false;
        try {
            Optional<ChangeSet> set = round.changeSet(group.get(0).principal().user());
            durable = set.isEmpty() ? term.serving().isPresent() : term.commit(set.get());
        } finally {
            if (!durable) {
                queue.giveBack(group);
            }
        }
        if (durable) {
            round.answer(replica.state(), orders);
        }
        return durable;
    }

    private boolean reconcile() {
        Instant now = ports.wall().instant();
        Instant steady = ports.steady().instant();
        if (!nextSweep.isAfter(steady)) {
            nextSweep = steady.plus(limits.sweep());
            dirty.markEverything();
            term.serving().ifPresent(epoch -> retention.trim(replica.state(), epoch));
        } else if (retention.due(replica.state())) {
            term.serving().ifPresent(epoch -> retention.trim(replica.state(), epoch));
        }
        Optional<Dirty> marks = dirty.take(now);
        if (marks.isEmpty()) {
            return true;
        }
        Plan plan = Reconciler.plan(replica.state(), observations.snapshot(), now, marks.get(), limits.settings());
        dirty.arm(plan.timers());
        return commitPlan(PlanRound.split(plan.changes(), limits.groupBytes(), now, ports.ids()));
    }

    /** Until the time is up, at least one: callers wait meanwhile, and the rest is planned anew. */
    private boolean commitPlan(List<ChangeSet> sets) {
        Instant end = ports.steady().instant().plus(limits.plan());
        int done = 0;
        while (done < sets.size() && (done == 0 || ports.steady().instant().isBefore(end))) {
            if (!term.commit(sets.get(done))) {
                dirty.markEverything();
                return false;
            }
            done++;
        }
        if (done < sets.size()) {
            dirty.markEverything();
        }
        return true;
    }

    private boolean publish() {
        Optional<Epoch> epoch = term.serving();
        if (epoch.isEmpty()) {
            return false;
        }
        if (!publisher.publish(replica.state(), epoch.get())) {
            term.end("another leader publishes assignments");
            return false;
        }
        return true;
    }

    private Duration untilNext() {
        if (!queue.isEmpty() || publisher.due()) {
            return Duration.ZERO;
        }
        Duration sweep = Duration.between(ports.steady().instant(), nextSweep);
        return dirty.next()
                .map(this::left)
                .filter(timer -> timer.compareTo(sweep) < 0)
                .orElse(sweep);
    }

    private Duration left(Instant at) {
        Instant now = ports.wall().instant();
        return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    }
}
