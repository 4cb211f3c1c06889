package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import java.util.List;
import java.util.stream.LongStream;

/** The journal under test: an empty one for each test. */
public interface JournalFixture {
    /** The journal as one node has it. */
    Journal journal();

    /** The same journal as another node has it. */
    Journal elsewhere();

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
