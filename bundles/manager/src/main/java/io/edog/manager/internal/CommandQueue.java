package io.edog.manager.internal;

import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Commands that wait for the loop, in order, bounded. Thread-safe. */
final class CommandQueue {
    private final int limit;
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();

    CommandQueue(int limit) {
        this.limit = limit;
    }

    /** Takes a command in, unless the queue is full. */
    synchronized boolean offer(PendingCommand command) {
        return waiting.size() < limit && waiting.offerLast(command);
    }

    /** The next commands of one and the same user, so that each journal entry names who caused it. */
    synchronized List<PendingCommand> take(int max) {
        List<PendingCommand> group = new ArrayList<>();
        while (group.size() < max && !waiting.isEmpty() && sameUser(group, waiting.peekFirst())) {
            group.add(waiting.removeFirst());
        }
        return group;
    }

    /** Puts undecided commands back in front, in their order. */
    synchronized void giveBack(List<PendingCommand> commands) {
        for (int i = commands.size() - 1; i >= 0; i--) {
            waiting.offerFirst(commands.get(i));
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Tells the callers whose time is up that the outcome is not known, and forgets their commands. */
    void expire(Instant now, String why) {
        List<PendingCommand> late = new ArrayList<>();
        synchronized (this) {
            waiting.removeIf(c -> c.deadline().isBefore(now) && late.add(c));
        }
        late.forEach(c -> c.future().complete(new Result.Refused(undecided(why))));
    }

    /** Tells all callers that nothing more happens here. */
    void close(String why) {
        expire(Instant.MAX, why);
    }

    private static boolean sameUser(List<PendingCommand> group, PendingCommand next) {
        return group.isEmpty()
                || group.get(0).principal().user().equals(next.principal().user());
    }

    private static Problem undecided(String why) {
        return Problem.unavailable(
                "The command was not decided in time: " + why + ".",
                "Ask again under the same Idempotency-Key: it is done at most once.");
    }
}
