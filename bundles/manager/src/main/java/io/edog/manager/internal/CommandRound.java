package io.edog.manager.internal;

import io.edog.api.command.ClusterCommand;
import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.json.Json;
import io.edog.api.member.Member;
import io.edog.api.model.Outcome;
import io.edog.api.model.Reply;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import io.edog.core.Evolver;
import io.edog.core.decide.Context;
import io.edog.core.decide.Decider;
import io.edog.core.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One group of commands: decided one after the other, each on what the ones before it lead to, appended together, and
 * answered only when that is durable. Lives within one step of the loop.
 */
final class CommandRound {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRound.class);

    private final EngineLimits limits;
    private final Instant now;
    private final Instant keyTime;
    private final Ports ports;
    private final List<Member> managers;
    private final Refusals refusals;
    private ClusterState working;
    private int bytes;
    private final List<Change> changes = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** What a caller will be told, given the index at which the group became durable. */
    private record Answer(PendingCommand command, Optional<Reply> reply, boolean repeated, Optional<Problem> problem) {
        Answer carriedOut(Orders how) {
            if (problem.isPresent() || !(command.command() instanceof ClusterCommand)) {
                return this;
            }
            Optional<Problem> failure = repeated ? how.carryOutAgain(command) : how.carryOut(command);
            return failure.isEmpty() ? this : new Answer(command, Optional.empty(), repeated, failure);
        }

        void give(ClusterState durable) {
            command.decided(problem.<Result>map(Result.Refused::new)
                    .orElseGet(() -> new Result.Accepted(durable.index(), reply.orElseThrow(), repeated)));
        }

        boolean refuses(PendingCommand other) {
            return problem.isPresent()
                    && command.outcomeId().equals(other.outcomeId())
                    && command.fingerprint().equals(other.fingerprint());
        }
    }

    CommandRound(
            ClusterState base,
            EngineLimits limits,
            Ports ports,
            KeyTimes keys,
            List<Member> managers,
            Refusals refusals) {
        this.working = base;
        this.limits = limits;
        this.now = ports.wall().instant();
        this.keyTime = keys.next(now);
        this.ports = ports;
        this.managers = managers;
        this.refusals = refusals;
    }

    /** Decides a command; false if the entry has no more room and it must wait for the next round. */
    boolean add(PendingCommand command) {
        try {
            return decide(command);
        } catch (RuntimeException e) {
            LOG.error("a command of {} can't be decided", command.principal().name(), e);
            answers.add(new Answer(command, Optional.empty(), false, Optional.of(broken(e))));
            return true;
        }
    }

    private boolean decide(PendingCommand command) {
        Optional<Outcome> known = working.find(Outcome.class, command.outcomeId());
        if (known.isPresent()) {
            answers.add(repeated(command, known.get()));
            return true;
        }
        Optional<Problem> refused = refused(command);
        if (refused.isPresent()) {
            answers.add(new Answer(command, Optional.empty(), false, refused));
            return true;
        }
        Context context = new Context(
                command.principal(),
                now,
                ports.ids(),
                limits.settings(),
                ports.leadership().node(),
                managers);
        Decision decision = Decider.decide(working, command.command(), context);
        if (decision instanceof Decision.Rejected rejected) {
            answers.add(new Answer(command, Optional.empty(), false, Optional.of(rejected.problem())));
            return true;
        }
        return accept(command, (Decision.Accepted) decision);
    }

    /** The change set to append; empty when nothing was accepted. */
    Optional<ChangeSet> changeSet(String by) {
        return outcomes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeSet(UUID.fromString(ports.ids().get()), now, by, changes, outcomes));
    }

    /** Once all of it is durable: carries out what is to be done besides, and answers everyone. */
    void answer(ClusterState durable, Orders how) {
        Instant told = ports.steady().instant();
        answers.forEach(answer -> {
            answer.problem().ifPresent(problem -> refusals.told(answer.command(), problem, told));
            answer.carriedOut(how).give(durable);
        });
    }

    private boolean accept(PendingCommand command, Decision.Accepted accepted) {
        int size = Json.write(accepted).length();
        if (size > limits.entryBytes()) {
            answers.add(new Answer(command, Optional.empty(), false, Optional.of(tooLarge())));
            return true;
        }
        if (bytes > 0 && bytes + size > limits.groupBytes()) {
            return false;
        }
        bytes += size;
        Outcome outcome = new Outcome(
                command.outcomeId(),
                command.principal().tenant(),
                command.principal().user(),
                command.fingerprint(),
                accepted.reply(),
                keyTime);
        working = Evolver.apply(working, accepted.changes()).with(outcome);
        changes.addAll(accepted.changes());
        outcomes.add(outcome);
        answers.add(new Answer(command, Optional.of(accepted.reply()), false, Optional.empty()));
        return true;
    }

    /** What another attempt of this very command was, or is to be, refused with. */
    private Optional<Problem> refused(PendingCommand command) {
        return answers.stream()
                .filter(answer -> answer.refuses(command))
                .findFirst()
                .flatMap(Answer::problem)
                .or(() -> refusals.find(command, ports.steady().instant()));
    }

    private static Answer repeated(PendingCommand command, Outcome known) {
        return known.fingerprint().equals(command.fingerprint())
                ? new Answer(command, Optional.of(known.reply()), true, Optional.empty())
                : new Answer(command, Optional.empty(), false, Optional.of(Problem.keyReused()));
    }

    private static Problem broken(RuntimeException why) {
        return Problem.failed(
                "internal-error",
                "edog can't decide this command: " + why + ".",
                "Nothing was done. Report it, with the manager's log.");
    }

    private static Problem tooLarge() {
        return new Problem(
                "too-large",
                "Too large",
                413,
                "This changes more at once than one journal entry holds.",
                Optional.empty(),
                Optional.of("Do it in smaller parts."));
    }
}
