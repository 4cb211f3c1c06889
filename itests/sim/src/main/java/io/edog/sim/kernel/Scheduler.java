package io.edog.sim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Virtual time of one simulation: what happens next, and who runs. One thread drives it, and gets the baton back at the end. */
public final class Scheduler {
    private static final long STUCK_NANOS = 600_000_000_000L;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Strand> strands = new ArrayList<>();
    private final Thread driver = Thread.currentThread();
    private final Executor crew;
    private final BiConsumer<String, Throwable> crashes;
    private long now;
    private long order;
    private long fingerprint;
    private boolean over;
    /** Who runs; null is the driver. */
    private volatile @Nullable Strand baton;

    /**
     * At time 0, nothing to do.
     *
     * @param crew runs strands, each on a thread of its own
     * @param crashes told of what nobody caught, and by which strand
     */
    public Scheduler(Executor crew, BiConsumer<String, Throwable> crashes) {
        this.crew = crew;
        this.crashes = crashes;
    }

    /** Nanoseconds since the beginning. */
    public long now() {
        return now;
    }

    /** Different, in all likelihood, if anything went differently. */
    public long fingerprint() {
        return fingerprint;
    }

    /** How many events there have been. */
    public long steps() {
        return order;
    }

    public void at(long time, Runnable action) {
        events.add(new Event(Math.max(now, time), order++, action, null, 0));
    }

    public void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    /**
     * Begins a strand, soon.
     *
     * @param notBefore when it may run at the earliest, asked at each of its turns
     */
    public Strand begin(String name, LongSupplier notBefore, Runnable body) {
        Strand strand = new Strand(this, name, notBefore, body);
        strands.add(strand);
        strand.wake();
        return strand;
    }

    /** Nothing more happens but the end. */
    public void stop() {
        over = true;
    }

    public boolean stopped() {
        return over;
    }

    /** Lets everything happen until it is stopped or nothing is left to happen; then ends all strands. */
    public void run() {
        driveAlone();
        for (Strand strand : strands) {
            end(strand);
        }
    }

    private void end(Strand strand) {
        if (!strand.ended() && strand.started()) {
            strand.kill();
            pass(strand);
            awaitBaton(null);
        }
    }

    void turn(long time, Strand strand, long token) {
        events.add(new Event(Math.max(now, time), order++, null, strand, token));
    }

    void crashed(String strand, Throwable e) {
        crashes.accept(strand, e);
    }

    private void driveAlone() {
        Strand next = next();
        if (next != null) {
            pass(next);
            awaitBaton(null);
        }
    }

    /** Runs what happens next until it is this strand's turn; if it has ended, until it is anybody's. */
    void drive(Strand me, boolean ended) {
        Strand next = next();
        if (next == me) {
            return;
        }
        pass(next);
        if (!ended) {
            awaitBaton(me);
        }
    }

    /** Whose turn it is, after all that happens before; null is the driver's, at the end. */
    private @Nullable Strand next() {
        while (!over) {
            Event event = events.poll();
            if (event == null) {
                break;
            }
            now = event.at();
            Strand strand = event.strand();
            if (event.action() != null) {
                run(event.action());
            } else if (strand != null && due(event, strand)) {
                return strand;
            }
        }
        over = true;
        return null;
    }

    private void run(Runnable action) {
        fingerprint = fingerprint * 31 + now;
        try {
            action.run();
        } catch (RuntimeException | AssertionError e) {
            crashes.accept("an event", e);
        }
    }

    private boolean due(Event event, Strand strand) {
        if (strand.notBefore() > now) {
            turn(strand.notBefore(), strand, event.token());
            return false;
        }
        if (!strand.claims(event.token())) {
            return false;
        }
        fingerprint = fingerprint * 31 + now + strand.name().hashCode();
        return true;
    }

    private void pass(@Nullable Strand next) {
        baton = next;
        if (next == null) {
            LockSupport.unpark(driver);
        } else {
            next.resume(crew);
        }
    }

    /** A strand that was killed before its first turn has nothing to do: its turn is the next one's. */
    void returnBaton() {
        pass(next());
    }

    private void awaitBaton(@Nullable Strand me) {
        long since = System.nanoTime();
        while (baton != me) {
            LockSupport.parkNanos(STUCK_NANOS);
            if (me == null && System.nanoTime() - since > STUCK_NANOS) {
                throw new IllegalStateException("a strand comes neither to its end nor to a wait");
            }
        }
    }
}
