package io.edog.manager.internal;

import java.util.concurrent.CompletableFuture;

/** The end of a manager: it gives the leadership away first and has whoever leads then decide what its callers still wait for. */
final class Retirement {
    private final Term term;
    private final CommandQueue queue;
    private final Forwarder forwarder;
    private final Runnable wake;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private volatile boolean wanted;

    Retirement(Term term, CommandQueue queue, Forwarder forwarder, Runnable wake) {
        this.term = term;
        this.queue = queue;
        this.forwarder = forwarder;
        this.wake = wake;
    }

    /** From any thread: completes once nobody waits for this manager any more. */
    CompletableFuture<Boolean> begin() {
        wanted = true;
        wake.run();
        return done;
    }

    /** The loop's part, after each step. */
    void look() {
        if (!wanted) {
            return;
        }
        boolean given = term.handOver("since it stops");
        if (!given && queue.isEmpty() && forwarder.isEmpty()) {
            done.complete(true);
        }
    }
}
