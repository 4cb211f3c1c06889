package io.edog.testkit.journal;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.JournalException;
import io.edog.api.journal.Subscription;
import io.edog.api.json.EntryCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A journal in memory, as one node has it, with faults on order. Thread-safe. */
public final class MemoryJournal implements Journal {
    /** What may befall an append. */
    public enum Fault {
        /** It is written, and nobody can tell. */
        UNKNOWN_BUT_DONE,
        /** It is not written and never will be, and nobody can tell. */
        UNKNOWN_NOT_DONE,
        /** It is under way, and nobody can tell; {@link MemoryJournal#deliver} brings it to its end. */
        UNKNOWN_AND_LATE,
        /** Another leader takes the epoch just before. */
        DEPOSED
    }

    private final MemoryEnsemble ensemble;
    private final Executor executor;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<Entry> underWay = new ArrayDeque<>();
    private boolean reachable = true;

    /**
     * A node's journal.
     *
     * @param executor runs the call-backs of watches
     */
    public MemoryJournal(MemoryEnsemble ensemble, Executor executor) {
        this.ensemble = ensemble;
        this.executor = executor;
    }

    /** The next append that has no fault yet meets this one. */
    public synchronized void meet(Fault fault) {
        faults.add(fault);
    }

    /** While it can't be reached, reads fail and appends are unknown and not done. */
    public synchronized void reachable(boolean can) {
        reachable = can;
    }

    /** Brings appends that were late to their end: written, or refused as any other. */
    public synchronized void deliver() {
        while (!underWay.isEmpty()) {
            ensemble.append(underWay.remove());
        }
    }

    @Override
    public synchronized Appended append(Entry entry) {
        int size = EntryCodec.encode(entry).length;
        if (size > MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException(
                    "entry " + entry.index() + " has " + size + " bytes, at most " + MAX_ENTRY_BYTES + " are allowed");
        }
        if (!reachable) {
            return new Unknown("the journal can't be reached");
        }
        Optional<Fault> fault = Optional.ofNullable(faults.poll());
        return fault.isPresent() ? befallen(fault.get(), entry) : ensemble.append(entry);
    }

    private Appended befallen(Fault fault, Entry entry) {
        switch (fault) {
            case UNKNOWN_BUT_DONE -> ensemble.append(entry);
            case UNKNOWN_AND_LATE -> underWay.add(entry);
            case UNKNOWN_NOT_DONE -> {}
            case DEPOSED -> {
                ensemble.takeEpoch();
                return ensemble.append(entry);
            }
        }
        return new Unknown("the connection was lost");
    }

    @Override
    public List<Entry> read(Index from, int max) {
        check();
        return ensemble.read(from, max);
    }

    @Override
    public Optional<Entry> read(Index index) {
        return read(index, 1).stream().findFirst();
    }

    @Override
    public Index trimmed() {
        check();
        return ensemble.trimMark();
    }

    @Override
    public boolean trim(Epoch epoch, Index upTo) {
        check();
        return ensemble.trim(epoch, upTo);
    }

    @Override
    public Subscription watch(Index applied, Runnable wake) {
        return ensemble.watch(new Signal(executor, () -> {
            if (ensemble.beyond(applied)) {
                wake.run();
            }
        }));
    }

    private synchronized void check() {
        if (!reachable) {
            throw new JournalException("the journal can't be reached");
        }
    }
}
