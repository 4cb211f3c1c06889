package io.edog.cluster.internal;

import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.JournalException;
import io.edog.api.journal.Leadership;
import io.edog.api.json.EntryCodec;
import io.edog.testkit.journal.Entries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Writes to the journal whenever its node leads, as a manager does, and remembers what was acknowledged and what was denied. */
final class LeadingWriter implements Runnable {
    private final Leadership leadership;
    private final Journal journal;
    final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    final List<UUID> denied = new CopyOnWriteArrayList<>();
    final List<String> undecided = new CopyOnWriteArrayList<>();
    private final AtomicLong longestPause = new AtomicLong();
    private long lastAcknowledged = System.nanoTime();
    private volatile boolean stop;
    private Optional<Epoch> serving = Optional.empty();
    private Index head = Index.ZERO;
    private String hash = Entry.GENESIS;

    LeadingWriter(Leadership leadership, Journal journal) {
        this.leadership = leadership;
        this.journal = journal;
    }

    void stop() {
        stop = true;
    }

    /** The longest time between two acknowledgements since this was asked last. */
    Duration longestPause() {
        return Duration.ofNanos(longestPause.getAndSet(0));
    }

    @Override
    public void run() {
        while (!stop) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> stop || leadership.epoch().isPresent());
            leadership.epoch().ifPresent(this::step);
        }
    }

    private void step(Epoch epoch) {
        try {
            if (serving.equals(Optional.of(epoch))) {
                write(epoch);
            } else {
                catchUp();
                serving = leadership.epoch().filter(epoch::equals);
            }
        } catch (JournalException e) {
            serving = Optional.empty();
        }
    }

    private void acknowledged(UUID id) {
        long now = System.nanoTime();
        longestPause.accumulateAndGet(now - lastAcknowledged, Math::max);
        lastAcknowledged = now;
        acknowledged.add(id);
    }

    private void catchUp() {
        List<Entry> more = journal.read(head.next(), 100);
        while (!more.isEmpty()) {
            more.forEach(this::applied);
            more = journal.read(head.next(), 100);
        }
    }

    private void applied(Entry entry) {
        if (!entry.previous().equals(hash)) {
            throw new IllegalStateException("entry " + entry.index() + " does not follow the one before it");
        }
        head = entry.index();
        hash = entry.hash();
    }

    private void write(Epoch epoch) {
        ChangeSet set = Entries.set();
        Entry entry = EntryCodec.next(head, hash, epoch, set);
        Appended appended = journal.append(entry);
        if (appended instanceof Done) {
            acknowledged(set.id());
            applied(entry);
        } else {
            if (appended instanceof Deposed) {
                denied.add(set.id());
            } else if (appended instanceof Unknown unknown) {
                undecided.add(unknown.why());
            }
            serving = Optional.empty();
            leadership.renounce(epoch);
        }
    }
}
