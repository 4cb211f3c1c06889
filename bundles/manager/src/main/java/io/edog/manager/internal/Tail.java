package io.edog.manager.internal;

import io.edog.api.journal.Subscription;
import java.time.Instant;
import java.util.Optional;

/** Applies the journal as it grows: when it says that it has, and from time to time in any case. Used by the loop alone. */
final class Tail {
    private final Ports ports;
    private final EngineLimits limits;
    private final Replica replica;
    private final Contact contact;
    private final Runnable wake;
    private Optional<Subscription> watch = Optional.empty();
    private Instant next = Instant.MIN;
    private volatile boolean news = true;

    Tail(Ports ports, EngineLimits limits, Replica replica, Contact contact, Runnable wake) {
        this.ports = ports;
        this.limits = limits;
        this.replica = replica;
        this.contact = contact;
        this.wake = wake;
    }

    /**
     * Reads on, if there may be something to read.
     *
     * @return whether there may be more
     */
    boolean step() {
        Instant asked = ports.steady().instant();
        if (!news && asked.isBefore(next)) {
            return false;
        }
        news = false;
        next = Instant.MIN;
        int applied = replica.follow();
        if (replica.caughtUp() && Replica.atHead(applied)) {
            contact.made(asked);
        }
        if (applied == 0) {
            next = asked.plus(limits.followPoll());
        }
        watch();
        return applied > 0;
    }

    /** Nothing is read here any more, until the next step. */
    void close() {
        watch.ifPresent(Subscription::close);
        watch = Optional.empty();
        news = true;
    }

    private void watch() {
        if (watch.isEmpty()) {
            watch = Optional.of(ports.journal().watch(replica.state().index(), this::grown));
        }
    }

    private void grown() {
        news = true;
        wake.run();
    }
}
