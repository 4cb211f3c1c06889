package io.edog.manager.internal;

import io.edog.api.journal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A manager without a thread: the engine wired to its ports. Whoever has it calls {@link #step} from one thread, soon after each
 * wake-up and at the latest after the time that the last step gave; {@link Desk} is what callers use, from any thread.
 */
public final class Manager {
    private final Ports ports;
    private final CommandQueue queue;
    private final Forwarder forwarder;
    private final Following following;
    private final Followers followers;
    private final Fitness fitness;
    private final Roster roster;
    private final Stepper stepper;
    private final Desk desk;
    private final List<Subscription> subscriptions;

    /** @param wake called, from any thread, when a step is due */
    public Manager(Ports ports, EngineLimits limits, Runnable wake) {
        this.ports = ports;
        Replica replica = new Replica(ports.journal(), ports.store());
        Term term = new Term(ports.journal(), ports.leadership(), replica);
        Contact contact = new Contact(ports.steady(), limits.contactLimit());
        DirtyMarks dirty = new DirtyMarks();
        Publisher publisher = new Publisher(ports.bus());
        Observations observations =
                new Observations(ports.wall(), limits.settings().agentTimeout(), dirty, wake);
        Retention retention = new Retention(ports.journal(), ports.store(), ports.leadership(), limits);
        this.fitness = new Fitness(replica, contact, ports.leadership());
        this.roster = new Roster(ports, replica, fitness);
        this.queue = new CommandQueue(limits.queue());
        this.forwarder = new Forwarder(queue, limits, wake);
        this.following = new Following(ports, limits, replica, term, contact, queue, forwarder, roster, wake);
        this.followers = new Followers(limits.followers(), replica);
        Engine engine =
                new Engine(ports, limits, replica, term, queue, following, dirty, observations, publisher, retention);
        this.stepper = new Stepper(engine, fitness, limits);
        IndexWaiters waiters =
                new IndexWaiters(limits.indexWait(), () -> replica.state().index());
        this.desk =
                new Desk(ports, limits, replica, term, queue, observations, followers, waiters, fitness, roster, wake);
        replica.listen(publisher::applied);
        replica.listen(StateLog::applied);
        replica.listen((before, entry, after) -> Marks.applied(dirty, entry));
        replica.listen((before, entry, after) -> waiters.applied(after.index()));
        this.subscriptions =
                List.of(ports.leadership().onChange(wake), ports.bus().reports(observations::seen));
    }

    /** What callers use. */
    public Desk desk() {
        return desk;
    }

    /** One step; never throws. Gives how long nothing is to be done, unless something wakes; zero or less: step again at once. */
    public Duration step() {
        Duration next = stepper.step();
        Instant now = ports.steady().instant();
        String why = fitness.trouble().isEmpty() ? "no leader has decided it" : fitness.trouble();
        queue.expire(now, why);
        forwarder.expire(now, why);
        roster.tell();
        return next;
    }

    /** After the last step: nothing more happens here. */
    public void close() {
        subscriptions.forEach(Subscription::close);
        following.close();
        queue.close("this manager is stopping");
        forwarder.expire(Instant.MAX, "this manager is stopping");
        followers.close();
    }
}
