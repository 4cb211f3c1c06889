package io.edog.sim.kernel;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Product code that runs as if it were alone: it has a thread of its own, and of all threads of one simulation exactly one runs, the
 * one that has the baton. Whoever waits runs the events that come next, until it is somebody's turn.
 */
public final class Strand {
    private static final ThreadLocal<@Nullable Strand> CURRENT = new ThreadLocal<>();

    private final Scheduler scheduler;
    private final String name;
    private final LongSupplier notBefore;
    private final Runnable body;
    private @Nullable Thread thread;
    private long token;
    private boolean waits = true;
    private boolean killed;
    private boolean ended;

    Strand(Scheduler scheduler, String name, LongSupplier notBefore, Runnable body) {
        this.scheduler = scheduler;
        this.name = name;
        this.notBefore = notBefore;
        this.body = body;
    }

    /** The strand that runs on this thread, if it is one's. */
    public static Optional<Strand> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The strand that runs on this thread; to be asked by strands only. */
    public static Strand own() {
        return current().orElseThrow(() -> new IllegalStateException("only a strand may wait"));
    }

    /** Waits for {@link #wake}. */
    public void await() {
        refuseIfKilled();
        waits = true;
        scheduler.drive(this, false);
        refuseIfKilled();
    }

    /** Waits for a time, or for {@link #wake} if that comes before. */
    public void awaitUntil(long time) {
        refuseIfKilled();
        scheduler.turn(time, this, token);
        await();
    }

    /** Waits for a time, whatever wakes it before. */
    public void sleepUntil(long time) {
        while (scheduler.now() < time) {
            awaitUntil(time);
        }
    }

    /** Its turn comes as soon as all else that is due now has happened. */
    public void wake() {
        if (waits && !ended) {
            scheduler.turn(scheduler.now(), this, token);
        }
    }

    /** It ends where it waits now, or where it waits next. */
    public void kill() {
        killed = true;
        wake();
    }

    public boolean ended() {
        return ended;
    }

    public String name() {
        return name;
    }

    /** Whether it is its turn if an event with this token says so. */
    boolean claims(long asked) {
        if (ended || !waits || asked != token) {
            return false;
        }
        token++;
        waits = false;
        return true;
    }

    /** When it may run at the earliest: its machine may stand still. */
    long notBefore() {
        return killed ? 0 : notBefore.getAsLong();
    }

    boolean started() {
        return thread != null;
    }

    void resume(Executor crew) {
        if (thread == null) {
            if (killed) {
                ended = true;
                scheduler.returnBaton();
                return;
            }
            crew.execute(this::run);
        } else {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        thread = Thread.currentThread();
        CURRENT.set(this);
        try {
            refuseIfKilled();
            body.run();
        } catch (Killed e) {
            // as ordered
        } catch (Throwable e) {
            scheduler.crashed(name, e);
        } finally {
            CURRENT.remove();
            ended = true;
            scheduler.drive(this, true);
        }
    }

    private void refuseIfKilled() {
        if (killed) {
            throw new Killed();
        }
    }
}
