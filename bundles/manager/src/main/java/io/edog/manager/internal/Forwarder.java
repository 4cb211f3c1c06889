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

/**
 * Commands of this manager's callers on their way to the leader. One that was not decided goes back into the queue and is asked
 * again under its key, of whoever leads then, this manager perhaps. The loop alone calls it; answers come on any thread and wait
 * for the next step.
 */
final class Forwarder {
    private final CommandQueue queue;
    private final EngineLimits limits;
    private final Runnable wake;
    private final Map<PendingCommand, CompletableFuture<Boolean>> underWay = new LinkedHashMap<>();
    private final List<Behind> behind = new ArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private Instant notBefore = Instant.MIN;
    private Duration pause;
    private String lastLeader = "";

    private record Answer(PendingCommand command, Forwarded forwarded) {}

    /** Accepted, but this manager has not applied it yet: its caller would not see what it did. */
    private record Behind(PendingCommand command, Result.Accepted accepted) {}

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
            underWay.remove(answer.command());
            if (answer.forwarded() instanceof Forwarded.Decided outcome) {
                decided = true;
                decided(answer.command(), outcome.result());
            } else {
                again.add(answer.command());
            }
            answer = answers.poll();
        }
        queue.giveBack(again);
        backOff(!again.isEmpty(), decided, now);
        settle(applied);
    }

    /** Whoever leads next is asked at once. */
    void leaderless() {
        lastLeader = "";
    }

    /** Sends what waits to the leader. */
    void send(Peers peers, Member leader, Instant now) {
        if (!leader.node().equals(lastLeader)) {
            lastLeader = leader.node();
            backOff(false, true, now);
        }
        if (now.isBefore(notBefore)) {
            return;
        }
        for (PendingCommand command : queue.takeOwn(limits.forwardLimit() - underWay.size() - behind.size())) {
            underWay.put(command, peers.submit(leader, command.forward(now)).handle((forwarded, failure) -> {
                boolean failed = failure != null;
                answers.add(new Answer(command, failed ? new Forwarded.Undecided(failure.toString()) : forwarded));
                wake.run();
                return !failed;
            }));
        }
    }

    /** Tells those whose time is up; what is under way comes to its end by itself. */
    void expire(Instant now, String why) {
        underWay.keySet().stream().filter(c -> c.deadline().isBefore(now)).forEach(c -> c.undecided(why));
        behind.removeIf(waiting -> waiting.command().deadline().isBefore(now) && tooLate(waiting));
    }

    /** Whether nobody waits for an answer. */
    boolean isEmpty() {
        return underWay.isEmpty() && behind.isEmpty() && answers.isEmpty();
    }

    /** How long to wait before it sends again; zero or less when it need not wait. */
    Duration pause(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    private void decided(PendingCommand command, Result result) {
        if (result instanceof Result.Accepted accepted) {
            behind.add(new Behind(command, accepted));
        } else {
            command.decided(result);
        }
    }

    private void settle(Index applied) {
        behind.removeIf(waiting -> applied.reached(waiting.accepted().index()) && reached(waiting));
    }

    private static boolean reached(Behind waiting) {
        waiting.command().decided(waiting.accepted());
        return true;
    }

    private static boolean tooLate(Behind waiting) {
        waiting.command()
                .undecided("it is index " + waiting.accepted().index() + ", which this manager has not applied yet");
        return true;
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
