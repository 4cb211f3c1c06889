package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How every journal tells of new entries. */
public interface WatchContract extends JournalFixture {
    /** How long nothing must happen for it to count as silence. */
    Duration QUIET = Duration.ofMillis(300);

    @Test
    default void aWatchWakesAtTheNextEntryAndAtEachAfterIt() {
        Epoch epoch = newEpoch();
        fill(epoch, 3);
        AtomicInteger wakes = new AtomicInteger();
        try (Subscription watch = elsewhere().watch(new Index(3), wakes::incrementAndGet)) {
            await().during(QUIET).until(() -> wakes.get() == 0);
            for (long index = 4; index <= 8; index++) {
                int before = wakes.get();
                journal().append(Entries.at(index, epoch));
                await().until(() -> wakes.get() > before);
            }
        }
    }

    @Test
    default void aWatchWakesAtOnceIfTheEntryIsThere() {
        fill(newEpoch(), 3);
        AtomicBoolean woken = new AtomicBoolean();
        try (Subscription watch = elsewhere().watch(new Index(1), () -> woken.set(true))) {
            await().untilTrue(woken);
        }
    }

    @Test
    default void aWatchWakesIfTheEntryIsTrimmed() {
        Epoch epoch = newEpoch();
        fill(epoch, 5);
        journal().trim(epoch, new Index(5));
        AtomicBoolean woken = new AtomicBoolean();
        try (Subscription watch = elsewhere().watch(new Index(2), () -> woken.set(true))) {
            await().untilTrue(woken);
        }
    }

    @Test
    default void aWatcherThatReadsOnEachWakeMissesNothing() {
        Epoch epoch = newEpoch();
        AtomicInteger seen = new AtomicInteger();
        Runnable readOn = () ->
                seen.addAndGet(elsewhere().read(new Index(seen.get() + 1L), 7).size());
        Runnable readAll = () -> {
            int before;
            do {
                before = seen.get();
                readOn.run();
            } while (seen.get() > before);
        };
        try (Subscription watch = elsewhere().watch(Index.ZERO, readAll)) {
            fill(epoch, 50);
            await().untilAsserted(() -> assertThat(seen).hasValue(50));
        }
    }

    @Test
    default void aClosedWatchIsSilent() {
        Epoch epoch = newEpoch();
        AtomicInteger wakes = new AtomicInteger();
        Subscription watch = elsewhere().watch(Index.ZERO, wakes::incrementAndGet);
        watch.close();
        watch.close();
        fill(epoch, 2);
        await().during(QUIET).until(() -> wakes.get() == 0);
    }
}
