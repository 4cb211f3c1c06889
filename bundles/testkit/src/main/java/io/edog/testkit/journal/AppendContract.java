package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How every journal takes and gives entries. */
public interface AppendContract extends JournalFixture {
    @Test
    default void anEmptyJournalHasNoEntriesAndNoMark() {
        assertThat(journal().read(new Index(1), 10)).isEmpty();
        assertThat(journal().read(new Index(1))).isEmpty();
        assertThat(journal().trimmed()).isEqualTo(Index.ZERO);
    }

    @Test
    default void entriesAreReadInOrderByEveryNode() {
        List<Entry> entries = fill(newEpoch(), 20);
        assertThat(journal().read(new Index(1), 100)).isEqualTo(entries);
        assertThat(journal().read(Index.ZERO, 100)).isEqualTo(entries);
        soon(() -> assertThat(elsewhere().read(new Index(1), 100)).isEqualTo(entries));
        soon(() -> assertThat(elsewhere().read(new Index(7), 5)).isEqualTo(entries.subList(6, 11)));
        soon(() -> assertThat(elsewhere().read(new Index(7))).contains(entries.get(6)));
        soon(() -> assertThat(elsewhere().read(new Index(21), 5)).isEmpty());
        assertThat(journal().read(new Index(1), 0)).isEmpty();
    }

    @Test
    default void anEpochThatIsOverWritesNothing() {
        Epoch old = newEpoch();
        Epoch now = newEpoch();
        assertThat(now).isGreaterThan(old);
        assertThat(journal().append(Entries.at(1, old))).isInstanceOf(Deposed.class);
        assertThat(journal().read(new Index(1))).isEmpty();
        assertThat(elsewhere().append(Entries.at(1, now))).isEqualTo(new Done(new Index(1)));
    }

    @Test
    default void anEpochNobodyTookWritesNothing() {
        Epoch now = newEpoch();
        Epoch later = new Epoch(now.value() + 1);
        for (Epoch never : List.of(later, Epoch.ZERO, new Epoch(-1))) {
            assertThat(journal().append(Entries.at(1, never))).isInstanceOf(Deposed.class);
        }
        assertThat(journal().read(new Index(1))).isEmpty();
    }

    @Test
    default void anIndexTakenByAnotherStaysTaken() {
        Epoch epoch = newEpoch();
        Entry first = fill(epoch, 1).get(0);
        assertThat(elsewhere().append(Entries.at(1, epoch))).isInstanceOf(Deposed.class);
        assertThat(journal().read(new Index(1))).contains(first);
    }

    @Test
    default void theSameChangeSetAgainIsDoneOnce() {
        Epoch epoch = newEpoch();
        Entry first = fill(epoch, 1).get(0);
        assertThat(journal().append(first)).isEqualTo(new Done(first.index()));
        Entry underTheNext = Entries.at(1, newEpoch(), first.set());
        assertThat(journal().append(underTheNext)).isEqualTo(new Done(first.index()));
        soon(() -> assertThat(elsewhere().read(new Index(1), 9)).containsExactly(first));
    }

    @Test
    default void ofTwoAppendsAtOneIndexOneWins() {
        Epoch epoch = newEpoch();
        for (long index = 1; index <= 20; index++) {
            Entry mine = Entries.at(index, epoch);
            Entry yours = Entries.at(index, epoch);
            CompletableFuture<Appended> there =
                    CompletableFuture.supplyAsync(() -> elsewhere().append(yours));
            Appended here = journal().append(mine);
            assertThat(List.of(here, there.join()))
                    .hasAtLeastOneElementOfType(Deposed.class)
                    .contains(new Done(mine.index()));
            assertThat(journal().read(mine.index())).contains(here instanceof Done ? mine : yours);
        }
    }

    @Test
    default void anEntryMayBeAsLargeAsTheLimitAndNoLarger() {
        Epoch epoch = newEpoch();
        Entry most = Entries.ofSize(1, epoch, Journal.MAX_ENTRY_BYTES);
        assertThat(journal().append(most)).isEqualTo(new Done(new Index(1)));
        soon(() -> assertThat(elsewhere().read(new Index(1))).contains(most));
        Entry more = Entries.ofSize(2, epoch, Journal.MAX_ENTRY_BYTES + 1);
        assertThatThrownBy(() -> journal().append(more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(Journal.MAX_ENTRY_BYTES));
        assertThat(journal().read(new Index(2))).isEmpty();
    }
}
