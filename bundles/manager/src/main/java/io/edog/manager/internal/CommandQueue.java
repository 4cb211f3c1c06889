package io.edog.manager.internal;

import io.edog.api.journal.Epoch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Commands that wait for the loop, in order, bounded. Thread-safe. */
final class CommandQueue {
    private final int limit;
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();
    private boolean closed;

    CommandQueue(int limit) {
        this.limit = limit;
    }

    /** Takes a command in, unless the queue is full or closed. */
    synchronized boolean offer(PendingCommand command) {
        return !closed && waiting.size() < limit && waiting.offerLast(command);
    }

    /** The next commands of one and the same user, so that each journal entry names who caused it. */
    synchronized List<PendingCommand> take(int max) {
        List<PendingCommand> group = new ArrayList<>();
        while (group.size() < max && !waiting.isEmpty() && sameUser(group, waiting.peekFirst())) {
            group.add(waiting.removeFirst());
        }
        return group;
    }

    /** The next commands of this manager's own callers, at most so many, to be forwarded. */
    synchronized List<PendingCommand> takeOwn(int max) {
        List<PendingCommand> own = new ArrayList<>();
        waiting.removeIf(c -> own.size() < max && !c.forwarded() && own.add(c));
        return own;
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

    /** Tells those whose time is up that the outcome is not known, and forgets their commands. */
    void expire(Instant now, String why) {
        end(c -> c.deadline().isBefore(now), why);
    }

    /** Sends the commands of other managers' callers back to those, but for those of an epoch: they ask whoever leads now. */
    void release(Optional<Epoch> allBut, String why) {
        end(c -> c.forwarded() && !c.takenIn().equals(allBut), why);
    }

    /** Tells all that nothing more happens here. */
    void close(String why) {
        synchronized (this) {
            closed = true;
        }
        end(c -> true, why);
    }

    private void end(Predicate<PendingCommand> which, String why) {
        List<PendingCommand> ended = new ArrayList<>();
        synchronized (this) {
            waiting.removeIf(c -> which.test(c) && ended.add(c));
        }
        ended.forEach(c -> c.undecided(why));
    }

    private static boolean sameUser(List<PendingCommand> group, PendingCommand next) {
        return group.isEmpty()
                || group.get(0).principal().user().equals(next.principal().user());
    }
}
