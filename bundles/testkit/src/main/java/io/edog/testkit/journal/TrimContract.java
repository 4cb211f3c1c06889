package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every journal forgets. */
public interface TrimContract extends JournalFixture {
    @Test
    default void trimmedEntriesAreGoneAndTheMarkSaysSo() {
        Epoch epoch = newEpoch();
        List<Entry> entries = fill(epoch, 10);
        assertThat(journal().trim(epoch, new Index(4))).isTrue();
        soon(() -> assertThat(elsewhere().trimmed()).isEqualTo(new Index(4)));
        soon(() -> assertThat(elsewhere().read(new Index(4), 10)).isEmpty());
        soon(() -> assertThat(elsewhere().read(new Index(1))).isEmpty());
        soon(() -> assertThat(elsewhere().read(new Index(5), 10)).isEqualTo(entries.subList(4, 10)));
        assertThat(journal().append(Entries.at(11, epoch))).isEqualTo(new Done(new Index(11)));
    }

    @Test
    default void trimmingGoesOnButNeverBack() {
        Epoch epoch = newEpoch();
        fill(epoch, 10);
        assertThat(journal().trim(epoch, new Index(4))).isTrue();
        assertThat(journal().trim(epoch, new Index(2))).isTrue();
        assertThat(journal().trimmed()).isEqualTo(new Index(4));
        assertThat(journal().trim(epoch, new Index(10))).isTrue();
        assertThat(journal().trimmed()).isEqualTo(new Index(10));
        assertThat(journal().read(new Index(1), 100)).isEmpty();
    }

    @Test
    default void anEpochThatIsOverTrimsNothing() {
        Epoch old = newEpoch();
        fill(old, 5);
        newEpoch();
        assertThat(journal().trim(old, new Index(3))).isFalse();
        assertThat(journal().trim(Epoch.ZERO, new Index(3))).isFalse();
        assertThat(journal().trimmed()).isEqualTo(Index.ZERO);
        assertThat(journal().read(new Index(1), 9)).hasSize(5);
    }

    @Test
    default void whatIsNotThereCanNotBeTrimmed() {
        Epoch epoch = newEpoch();
        fill(epoch, 5);
        assertThatThrownBy(() -> journal().trim(epoch, new Index(6))).isInstanceOf(IllegalArgumentException.class);
        assertThat(journal().trimmed()).isEqualTo(Index.ZERO);
    }

    @Test
    default void belowTheMarkAbsenceMeansNothing() {
        Epoch old = newEpoch();
        fill(old, 5);
        Epoch epoch = newEpoch();
        assertThat(journal().trim(epoch, new Index(5))).isTrue();
        assertThat(journal().append(Entries.at(3, old))).isInstanceOf(Unknown.class);
        assertThat(journal().append(Entries.at(6, old))).isInstanceOf(Deposed.class);
    }
}
