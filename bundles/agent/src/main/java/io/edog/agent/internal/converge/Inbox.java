package io.edog.agent.internal.converge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What waits for the agent's next step. Bounded: hints that find no room are dropped, and that some were is known, so
 * that everything is looked at anew; results always find room.
 */
public final class Inbox {
    private static final int HINTS = 4096;
    private static final int RESULTS = 1024;

    private final BlockingQueue<Input> waiting = new ArrayBlockingQueue<>(HINTS + RESULTS);
    private final AtomicBoolean dropped = new AtomicBoolean();

    /** Puts something that can be found out again. Never blocks. */
    public void hint(Input input) {
        if (waiting.remainingCapacity() <= RESULTS || !waiting.offer(input)) {
            dropped.set(true);
        }
    }

    /** Puts the result of a job; there are fewer jobs than there is room. */
    public void result(Input input) {
        if (!waiting.offer(input)) {
            throw new IllegalStateException("the agent's inbox is full: it has not made a step for long");
        }
    }

    /** Takes what waits. */
    List<Input> drain() {
        List<Input> taken = new ArrayList<>();
        waiting.drainTo(taken);
        return taken;
    }

    /** Whether hints were dropped since the last call. */
    boolean takeDropped() {
        return dropped.getAndSet(false);
    }

    /** Waits until something waits, at most so long; what it is must be {@linkplain #drain drained} with the rest. */
    List<Input> await(Duration limit) throws InterruptedException {
        Optional<Input> first = Optional.ofNullable(waiting.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS));
        List<Input> taken = new ArrayList<>();
        first.ifPresent(taken::add);
        waiting.drainTo(taken);
        return taken;
    }
}
