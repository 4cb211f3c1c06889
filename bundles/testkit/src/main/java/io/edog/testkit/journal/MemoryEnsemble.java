package io.edog.testkit.journal;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What all nodes of a simulated cluster share: the epoch register, the log and its trim mark. Thread-safe; never fails. */
public final class MemoryEnsemble {
    private final TreeMap<Long, Entry> log = new TreeMap<>();
    private final Set<Signal> watchers = ConcurrentHashMap.newKeySet();
    private long epoch;
    private long trimmed;

    /** Takes the next epoch; all before it are over. */
    public synchronized Epoch takeEpoch() {
        return new Epoch(++epoch);
    }

    /** Whether an epoch is the newest. */
    public synchronized boolean newest(Epoch asked) {
        return epoch > 0 && asked.value() == epoch;
    }

    Appended append(Entry entry) {
        Appended appended = write(entry);
        watchers.forEach(Signal::fire);
        return appended;
    }

    private synchronized Appended write(Entry entry) {
        Optional<Entry> there = Optional.ofNullable(log.get(entry.index().value()));
        if (there.isPresent()) {
            return there.get().set().id().equals(entry.set().id())
                    ? new Done(entry.index())
                    : new Deposed("index " + entry.index() + " is taken");
        }
        if (entry.index().value() <= trimmed) {
            return new Unknown("index " + entry.index() + " is trimmed already");
        }
        if (!newest(entry.epoch())) {
            return new Deposed("epoch " + entry.epoch() + " is over");
        }
        log.put(entry.index().value(), entry);
        return new Done(entry.index());
    }

    synchronized List<Entry> read(Index from, int max) {
        List<Entry> entries = new ArrayList<>();
        long next = Math.max(1, from.value());
        while (entries.size() < max && log.containsKey(next)) {
            entries.add(log.get(next));
            next++;
        }
        return List.copyOf(entries);
    }

    /** Up to where entries have been forgotten. */
    public synchronized Index trimMark() {
        return new Index(trimmed);
    }

    synchronized boolean trim(Epoch asked, Index upTo) {
        if (!newest(asked)) {
            return false;
        }
        if (upTo.value() > trimmed && !log.containsKey(upTo.value())) {
            throw new IllegalArgumentException("there is no entry " + upTo);
        }
        trimmed = Math.max(trimmed, upTo.value());
        log.headMap(trimmed, true).clear();
        return true;
    }

    Subscription watch(Signal signal) {
        watchers.add(signal);
        signal.fire();
        return () -> {
            watchers.remove(signal);
            signal.close();
        };
    }

    /** Whether an entry after an index is there or was there. */
    synchronized boolean beyond(Index applied) {
        return applied.value() < trimmed || log.containsKey(applied.value() + 1);
    }
}
