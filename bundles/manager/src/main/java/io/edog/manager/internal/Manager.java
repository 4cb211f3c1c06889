package io.edog.manager.internal;

import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A manager without a thread: the engine wired to its ports. Whoever has it calls {@link #step} from one thread, soon after each
 * wake-up and at the latest after the time that the last step gave; {@link #desk} is what callers use, from any thread.
 */
public final class Manager {
    private static final String STOPPING = "this manager is stopping";

    private final Ports ports;
    private final Replica replica;
    private final Self self;
    private final Fitness fitness;
    private final Roster roster;
    private final CommandQueue queue;
    private final Forwarder forwarder;
    private final Tail tail;
    private final Followers followers;
    private final Stepper stepper;
    private final Candidacy candidacy;
    private final Sentinel sentinel;
    private final Exports exports;
    private final Archive archive;
    private final Reinstall reinstall;
    private final Retirement retirement;
    private final Desk desk;
    private final List<Subscription> subscriptions;

    /** @param wake called, from any thread, when a step is due */
    public Manager(Ports ports, EngineLimits limits, Runnable wake) {
        this.ports = ports;
        this.roster = new Roster(ports, this::member);
        Installer installer = new Installer(ports, roster);
        this.replica = new Replica(ports.journal(), ports.store(), installer::fetch);
        OutOfService outOfService = new OutOfService(ports);
        replica.listen(outOfService);
        Term term = new Term(ports.journal(), ports.leadership(), replica, outOfService);
        Contact contact = new Contact(ports.steady(), limits.contactLimit());
        this.fitness = new Fitness(replica, contact, ports.leadership(), outOfService);
        this.exports = new Exports(ports, limits, wake);
        this.archive = new Archive(ports, limits, replica);
        this.self = new Self(ports, replica, fitness, exports);
        this.queue = new CommandQueue(limits.queue());
        this.forwarder = new Forwarder(queue, limits, wake);
        this.tail = new Tail(ports, limits, replica, contact, wake);
        Following following = new Following(ports, limits, replica, term, contact, queue, forwarder, roster, tail);
        this.followers = new Followers(limits.followers(), replica);
        this.candidacy = new Candidacy(ports, replica, term);
        this.reinstall = new Reinstall(ports, replica, term, installer);
        this.retirement = new Retirement(term, queue, forwarder, wake);
        DirtyMarks dirty = new DirtyMarks();
        Publisher publisher = new Publisher(ports.bus(), ports.steady(), limits.publish());
        Observations observations =
                new Observations(ports.wall(), ports.steady(), limits.settings().agentTimeout(), dirty, wake);
        JournalSizes sizes = new JournalSizes(limits.keepEntries(), limits.keepBytes());
        Retention retention = new Retention(ports, limits, roster, sizes);
        Engine engine = new Engine(
                ports, limits, replica, term, queue, following, dirty, observations, publisher, retention, roster);
        this.stepper = new Stepper(engine, fitness, limits, candidacy);
        Agreement agreement = new Agreement();
        this.sentinel = new Sentinel(ports, roster, agreement);
        IndexWaiters waiters =
                new IndexWaiters(limits.indexWait(), () -> replica.state().index());
        this.desk = new Desk(
                ports,
                limits,
                replica,
                term,
                queue,
                observations,
                followers,
                waiters,
                fitness,
                roster,
                reinstall,
                wake);
        Stream.of(publisher::applied, StateLog::applied, Marks.of(dirty), sizes, agreement, waiters)
                .forEach(replica::listen);
        this.subscriptions =
                List.of(ports.leadership().onChange(wake), ports.bus().reports(observations::seen));
    }

    /** What callers use. */
    public Desk desk() {
        return desk;
    }

    /** Where this manager ends in order: it gives the leadership away and has others decide what is open. */
    Retirement retirement() {
        return retirement;
    }

    /** One step; never throws. Gives how long nothing is to be done, unless something wakes; zero or less: step again at once. */
    public Duration step() {
        Duration next = stepper.step();
        stepper.besides(this::besides);
        return next;
    }

    /** What {@link #step} gives after an error that no step survives. */
    Duration failed(Error error) {
        Duration next = stepper.failed(error);
        stepper.besides(candidacy::look);
        return next;
    }

    /** From any thread: the present step does not end. It must not be waited for by whoever could lead instead. */
    void stuck() {
        candidacy.stuck();
    }

    private void besides() {
        reinstall.step();
        sentinel.look();
        candidacy.look();
        exports.look(replica.state());
        expire(ports.steady().instant(), waiting());
        roster.tell();
        retirement.look();
        archive.look();
    }

    /** After the last step: nothing more happens here. */
    public void close() {
        subscriptions.forEach(Subscription::close);
        tail.close();
        queue.close(STOPPING);
        expire(Instant.MAX, STOPPING);
        followers.close();
    }

    /** Why callers wait, in a sentence. */
    private String waiting() {
        return Stream.of(fitness.trouble(), forwarder.trouble())
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("no leader has decided it");
    }

    private void expire(Instant now, String why) {
        queue.expire(now, why);
        forwarder.expire(now, why);
    }

    private Member member() {
        return self.member();
    }
}
