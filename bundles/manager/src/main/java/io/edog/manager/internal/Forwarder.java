package io.edog.manager.internal;

import io.edog.api.journal.Index;
import io.edog.api.member.Forwarded;
import io.edog.api.member.Member;
import io.edog.api.member.Peers;
import io.edog.api.service.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands of this manager's callers on their way to the leader. One that was not decided goes back into the queue and is asked
 * again under its key, of whoever leads then, this manager perhaps; and so does one whose answer does not come once another manager
 * leads. The loop alone calls it; answers come on any thread and wait for the next step.
 */
final class Forwarder {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);

    private final CommandQueue queue;
    private final EngineLimits limits;
    private final Runnable wake;
    private final Map<PendingCommand, Attempt> underWay = new LinkedHashMap<>();
    private final Landing landing = new Landing();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private Instant notBefore = Instant.MIN;
    private Duration pause;
    private String lastLeader = "";
    private String trouble = "";
    private boolean warned;

    private record Attempt(String to, CompletableFuture<Forwarded> future) {}

    private record Answer(PendingCommand command, Attempt attempt, Forwarded forwarded) {}

    Forwarder(CommandQueue queue, EngineLimits limits, Runnable wake) {
        this.queue = queue;
        this.limits = limits;
        this.wake = wake;
        this.pause = limits.retry();
    }

    /** Deals with the answers that came. */
    void collect(Index applied, Instant now) {
        List<PendingCommand> again = new ArrayList<>();
        boolean decided = false;
        Answer answer = answers.poll();
        while (answer != null) {
            boolean latest = underWay.remove(answer.command(), answer.attempt());
            if (answer.forwarded() instanceof Forwarded.Decided outcome) {
                decided = true;
                decided(answer.command(), outcome.result(), latest);
            } else if (latest) {
                again.add(answer.command());
                trouble(answer.attempt().to(), answer.forwarded());
            }
            answer = answers.poll();
        }
        if (decided) {
            recovered();
        }
        queue.giveBack(again);
        backOff(!again.isEmpty(), decided, now);
        landing.settle(applied);
    }

    /** Nobody leads, as far as known: whoever leads next is asked at once. */
    void leaderless() {
        lastLeader = "";
    }

    /** This manager leads: what others were asked for it decides itself. */
    void leads() {
        leaderless();
        takeBack("");
    }

    /** Sends what waits to the leader, and what was sent to the one before. */
    void send(Peers peers, Member leader, Instant now) {
        if (!leader.node().equals(lastLeader)) {
            lastLeader = leader.node();
            takeBack(lastLeader);
            backOff(false, true, now);
        }
        if (now.isBefore(notBefore)) {
            return;
        }
        queue.takeOwn(limits.forwardLimit() - underWay.size() - landing.size())
                .forEach(command -> send(peers, leader, command, now));
    }

    /** Tells those whose time is up; what is under way comes to its end by itself. */
    void expire(Instant now, String why) {
        underWay.keySet().stream().filter(c -> c.deadline().isBefore(now)).forEach(c -> c.undecided(why));
        landing.expire(now);
    }

    /** Whether nobody waits for an answer. */
    boolean isEmpty() {
        return underWay.isEmpty() && landing.size() == 0 && answers.isEmpty();
    }

    /** How long to wait before it sends again; zero or less when it need not wait. */
    Duration pause(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    private void send(Peers peers, Member leader, PendingCommand command, Instant now) {
        Attempt attempt =
                new Attempt(leader.node(), peers.submit(leader, command.forward(now, limits.forwardAttempt())));
        underWay.put(command, attempt);
        CompletableFuture<Boolean> unused = attempt.future().handle((forwarded, failure) -> {
            boolean failed = failure != null;
            answers.add(new Answer(command, attempt, failed ? new Forwarded.Undecided(failure.toString()) : forwarded));
            wake.run();
            return failed;
        });
    }

    /** An answer may still come, and counts if it is an acceptance: then whoever leads finds the outcome under the key. */
    private void takeBack(String allBut) {
        List<PendingCommand> back = underWay.entrySet().stream()
                .filter(sent -> !sent.getValue().to().equals(allBut))
                .map(Map.Entry::getKey)
                .toList();
        back.forEach(underWay::remove);
        queue.giveBack(back);
    }

    /** Why the last command that was sent is undecided; empty when it was decided. */
    String trouble() {
        return trouble;
    }

    private void trouble(String leader, Forwarded forwarded) {
        String why = forwarded instanceof Forwarded.Undecided undecided
                ? undecided.why()
                : "manager " + leader + " does not lead";
        if (!warned && pause.equals(limits.forwardPauseMax())) {
            LOG.warn("commands wait, and are asked again: {}", why);
            warned = true;
        }
        trouble = why;
    }

    private void recovered() {
        if (warned) {
            LOG.info("commands are decided again, after: {}", trouble);
        }
        warned = false;
        trouble = "";
    }

    /** A refusal counts only if nobody else was asked since, who may have accepted. */
    private void decided(PendingCommand command, Result result, boolean latest) {
        if (result instanceof Result.Accepted accepted) {
            landing.add(command, accepted);
        } else if (latest) {
            command.decided(result);
        }
    }

    private void backOff(boolean refused, boolean decided, Instant now) {
        if (decided) {
            pause = limits.retry();
            notBefore = Instant.MIN;
        } else if (refused) {
            notBefore = now.plus(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(limits.forwardPauseMax()) > 0 ? limits.forwardPauseMax() : doubled;
        }
    }
}
