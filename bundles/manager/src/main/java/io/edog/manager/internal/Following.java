package io.edog.manager.internal;

import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a manager does while it does not lead: it applies the journal and forwards what its callers want. Used by the loop alone. */
final class Following {
    private final Ports ports;
    private final EngineLimits limits;
    private final Replica replica;
    private final Term term;
    private final Contact contact;
    private final CommandQueue queue;
    private final Forwarder forwarder;
    private final Roster roster;
    private final Runnable wake;
    private Optional<Subscription> watch = Optional.empty();

    Following(
            Ports ports,
            EngineLimits limits,
            Replica replica,
            Term term,
            Contact contact,
            CommandQueue queue,
            Forwarder forwarder,
            Roster roster,
            Runnable wake) {
        this.ports = ports;
        this.limits = limits;
        this.replica = replica;
        this.term = term;
        this.contact = contact;
        this.queue = queue;
        this.forwarder = forwarder;
        this.roster = roster;
        this.wake = wake;
    }

    /** Gives the answers that other managers gave. */
    void answers() {
        forwarder.collect(replica.state().index(), now());
    }

    /** One step of a manager that does not lead. */
    Duration step() {
        forward();
        Instant asked = now();
        int applied = replica.follow();
        if (Replica.atHead(applied)) {
            contact.made(asked);
        }
        answers();
        watch();
        return applied > 0 ? Duration.ZERO : pause();
    }

    /** One step of a manager that is out of service: its state stays as it is, for whoever looks into it. */
    Duration aside() {
        forward();
        return pause();
    }

    /** This manager leads now: it knows of each entry without being told. */
    void leads() {
        contact.made(now());
        forwarder.leads();
        close();
    }

    void close() {
        watch.ifPresent(Subscription::close);
        watch = Optional.empty();
    }

    private void forward() {
        if (term.elected()) {
            return;
        }
        queue.release(Optional.empty(), "this manager does not lead any more");
        Optional<Member> leader = roster.leader();
        if (leader.isEmpty()) {
            forwarder.leaderless();
        }
        ports.neighbours().peers().ifPresent(peers -> leader.ifPresent(to -> forwarder.send(peers, to, now())));
    }

    private void watch() {
        if (watch.isEmpty()) {
            watch = Optional.of(ports.journal().watch(replica.state().index(), wake));
        }
    }

    private Duration pause() {
        Duration unsent = forwarder.pause(now());
        boolean soon = !queue.isEmpty() && unsent.compareTo(limits.followPoll()) < 0;
        Duration least = unsent.compareTo(limits.retry()) > 0 ? unsent : limits.retry();
        return soon || term.elected() ? least : limits.followPoll();
    }

    private Instant now() {
        return ports.steady().instant();
    }
}
