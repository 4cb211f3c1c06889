package io.edog.manager.internal;

import io.edog.api.bus.BusException;
import io.edog.api.journal.JournalException;
import io.edog.api.state.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that steps the engine: when woken, when a timer is due, and after a failure with back-off. */
final class EngineLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
    private static final long STOP_LIMIT_MS = 5_000;

    private final Engine engine;
    private final CommandQueue queue;
    private final EngineLimits limits;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread = new Thread(this::run, "edog-manager");
    private boolean wake;
    private boolean stopped;
    private volatile String trouble = "";

    EngineLoop(Engine engine, CommandQueue queue, EngineLimits limits, Clock clock) {
        this.engine = engine;
        this.queue = queue;
        this.limits = limits;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Steps soon. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Why the last step failed, in a sentence; empty when it did not. */
    Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }

    void stop() throws InterruptedException {
        lock.lock();
        try {
            stopped = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
        thread.join(STOP_LIMIT_MS);
        queue.close("this manager is stopping");
    }

    private void run() {
        Duration pause = limits.retry();
        while (true) {
            Instant next;
            try {
                next = engine.step();
                recovered();
                pause = limits.retry();
            } catch (RuntimeException e) {
                failed(e);
                next = clock.instant().plus(pause);
                pause = min(pause.multipliedBy(2), limits.retryMax());
            }
            queue.expire(clock.instant(), trouble().orElse("this manager does not lead"));
            if (!await(next)) {
                return;
            }
        }
    }

    private void recovered() {
        if (!trouble.isEmpty()) {
            LOG.info("the manager works again, after: {}", trouble);
            trouble = "";
        }
    }

    private void failed(RuntimeException e) {
        engine.failed();
        String why = String.valueOf(e.getMessage());
        if (!why.equals(trouble)) {
            boolean expected =
                    e instanceof StoreException || e instanceof JournalException || e instanceof BusException;
            LOG.error("the manager can't go on: {}", why, expected ? null : e);
            trouble = why;
        }
    }

    private boolean await(Instant next) {
        lock.lock();
        try {
            long millis = next.equals(Instant.MIN)
                    ? 0
                    : Duration.between(clock.instant(), next).toMillis();
            while (!wake && !stopped && millis > 0) {
                long left = woken.awaitNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(millis, 1_000)));
                millis = left > 0
                        ? millis
                        : Duration.between(clock.instant(), next).toMillis();
                if (left <= 0) {
                    break;
                }
            }
            wake = false;
            return !stopped;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
