package io.edog.peer.internal;

import io.edog.api.member.Forwarded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lets so many requests out at a time, and the others in the order in which they came: each one under way has a connection, and a
 * hundred made at once would all be late. Thread-safe.
 */
final class Turnstile {
    private record Waiting(CompletableFuture<Forwarded> answer, Supplier<CompletableFuture<Forwarded>> request) {}

    private final int atATime;
    private final int most;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int underWay;

    Turnstile(int atATime, int most) {
        this.atATime = atATime;
        this.most = most;
    }

    /**
     * Has a request made when its turn comes, unless its answer is not waited for any more.
     *
     * @return false if too many wait
     */
    boolean enter(CompletableFuture<Forwarded> answer, Supplier<CompletableFuture<Forwarded>> request) {
        synchronized (this) {
            if (queue.size() >= most) {
                return false;
            }
            queue.add(new Waiting(answer, request));
        }
        next();
        return true;
    }

    private void next() {
        for (Optional<Waiting> turn = take(); turn.isPresent(); turn = take()) {
            go(turn.get());
        }
    }

    private synchronized Optional<Waiting> take() {
        queue.removeIf(waiting -> waiting.answer().isDone());
        if (underWay >= atATime || queue.isEmpty()) {
            return Optional.empty();
        }
        underWay++;
        return Optional.of(queue.remove());
    }

    /** A request whose answer nobody waits for any more is cancelled: it might be under way for ever. */
    private void go(Waiting turn) {
        CompletableFuture<Forwarded> request = turn.request().get();
        CompletableFuture<Forwarded> unusedAnswered = request.whenComplete((forwarded, failure) -> {
            synchronized (this) {
                underWay--;
            }
            if (failure == null) {
                turn.answer().complete(forwarded);
            } else {
                turn.answer().completeExceptionally(failure);
            }
            next();
        });
        CompletableFuture<Forwarded> unused = turn.answer().whenComplete((forwarded, failure) -> request.cancel(true));
    }
}
