package io.edog.manager.internal;

import io.edog.api.bus.BusException;
import io.edog.api.journal.JournalException;
import io.edog.api.state.StoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step after the other, whatever happens: a failure is told once and answered with a growing pause. */
final class Stepper {
    private static final Logger LOG = LoggerFactory.getLogger(Stepper.class);

    private final Engine engine;
    private final Fitness fitness;
    private final EngineLimits limits;
    private final Candidacy candidacy;
    private Duration pause;

    Stepper(Engine engine, Fitness fitness, EngineLimits limits, Candidacy candidacy) {
        this.engine = engine;
        this.fitness = fitness;
        this.limits = limits;
        this.candidacy = candidacy;
        this.pause = limits.retry();
    }

    /** @return as {@link Engine#step}; never throws */
    Duration step() {
        try {
            Duration next = engine.step();
            recovered();
            candidacy.stepped();
            return next;
        } catch (RuntimeException e) {
            if (e instanceof StoreException) {
                candidacy.storeFailed();
            }
            return failed(e);
        }
    }

    /** After an error that is nobody's to expect: as after a failure of the database, others may do better. */
    Duration failed(Error error) {
        candidacy.storeFailed();
        return failed((Throwable) error);
    }

    private Duration failed(Throwable e) {
        engine.failed();
        told(e);
        Duration now = pause;
        pause = shorter(pause.multipliedBy(2), limits.retryMax());
        return now;
    }

    /** What goes with each step, whether that went well or not. */
    void besides(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a part of a step failed, it is done again with the next one", e);
        }
    }

    private void recovered() {
        pause = limits.retry();
        if (!fitness.trouble().isEmpty()) {
            LOG.info("the manager works again, after: {}", fitness.trouble());
            fitness.trouble("");
        }
    }

    private void told(Throwable e) {
        String why = e instanceof Error ? e.toString() : String.valueOf(e.getMessage());
        if (!why.equals(fitness.trouble())) {
            boolean expected =
                    e instanceof StoreException || e instanceof JournalException || e instanceof BusException;
            LOG.error("the manager can't go on: {}", why, expected ? null : e);
            fitness.trouble(why);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
