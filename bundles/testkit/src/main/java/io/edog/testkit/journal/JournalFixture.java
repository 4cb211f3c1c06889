package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.core.ThrowingRunnable;

/** The journal under test: an empty one for each test. */
public interface JournalFixture {
    Duration SOON = Duration.ofSeconds(10);

    /** The journal as one node has it. */
    Journal journal();

    /** The same journal as another node has it, whose reads may lag. */
    Journal elsewhere();

    /** What is written here is seen elsewhere soon, if not at once. */
    default void soon(ThrowingRunnable seenElsewhere) {
        await().pollInSameThread().atMost(SOON).untilAsserted(seenElsewhere);
    }

    /** What a new leader does: takes the next epoch. */
    Epoch newEpoch();

    /** Appends entries up to an index, from the first on. */
    default List<Entry> fill(Epoch epoch, long upTo) {
        List<Entry> entries = LongStream.rangeClosed(1, upTo)
                .mapToObj(i -> Entries.at(i, epoch))
                .toList();
        entries.forEach(entry -> assertThat(journal().append(entry)).isEqualTo(new Done(entry.index())));
        return entries;
    }
}
