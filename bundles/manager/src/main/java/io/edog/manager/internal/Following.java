package io.edog.manager.internal;

import io.edog.api.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a manager does while it does not lead: it applies the journal and forwards what its callers want. Used by the loop alone. */
final class Following {
    private final Ports ports;
    private final EngineLimits limits;
    private final Replica replica;
    private final Tail tail;
    private final Term term;
    private final Contact contact;
    private final CommandQueue queue;
    private final Forwarder forwarder;
    private final Roster roster;

    Following(
            Ports ports,
            EngineLimits limits,
            Replica replica,
            Term term,
            Contact contact,
            CommandQueue queue,
            Forwarder forwarder,
            Roster roster,
            Tail tail) {
        this.ports = ports;
        this.limits = limits;
        this.replica = replica;
        this.term = term;
        this.contact = contact;
        this.queue = queue;
        this.forwarder = forwarder;
        this.roster = roster;
        this.tail = tail;
    }

    /** Gives the answers that other managers gave. */
    void answers() {
        forwarder.collect(replica.state().index(), now());
    }

    /** One step of a manager that does not lead. */
    Duration step() {
        forward();
        boolean more = tail.step();
        answers();
        return more ? Duration.ZERO : pause();
    }

    /** One step of a manager that is out of service: its state stays as it is, for whoever looks into it. */
    Duration aside() {
        forward();
        return pause();
    }

    /** This manager leads, and did so at the time given: it knows of each entry without being told. */
    void leads(Instant at) {
        contact.made(at);
        forwarder.leads();
        tail.close();
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
