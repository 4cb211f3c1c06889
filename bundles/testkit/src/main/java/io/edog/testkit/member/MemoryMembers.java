package io.edog.testkit.member;

import io.edog.api.journal.JournalException;
import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import io.edog.api.member.Members;
import io.edog.testkit.journal.Signal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The list of managers in memory, as one node has it. Thread-safe. */
public final class MemoryMembers implements Members {
    private final MemoryRoll roll;
    private final Executor executor;
    private Optional<Member> self = Optional.empty();
    private List<Member> known = List.of();
    private boolean connected = true;
    private final AtomicInteger failures = new AtomicInteger();

    /** @param executor runs the call-backs */
    public MemoryMembers(MemoryRoll roll, Executor executor) {
        this.roll = roll;
        this.executor = executor;
    }

    /** So many of the next removals fail. */
    public void failRemovals(int times) {
        failures.set(times);
    }

    /** Its session ends. */
    public void cut() {
        synchronized (this) {
            known = roll.all();
            connected = false;
        }
        self().ifPresent(member -> roll.gone(member.node()));
    }

    /** Its connection is back: it tells what it said meanwhile. */
    public void heal() {
        synchronized (this) {
            connected = true;
        }
        self().ifPresent(roll::put);
    }

    private synchronized Optional<Member> self() {
        return self;
    }

    @Override
    public void tell(Member told) {
        synchronized (this) {
            self = Optional.of(told);
            if (!connected) {
                return;
            }
        }
        roll.put(told);
    }

    @Override
    public synchronized List<Member> all() {
        return connected ? roll.all() : known;
    }

    @Override
    public void remove(String node) {
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new JournalException("the connection was lost");
        }
        roll.remove(node);
    }

    @Override
    public Subscription onChange(Runnable changed) {
        Signal signal = new Signal(executor, changed);
        roll.listeners().add(signal);
        return () -> {
            roll.listeners().remove(signal);
            signal.close();
        };
    }
}
