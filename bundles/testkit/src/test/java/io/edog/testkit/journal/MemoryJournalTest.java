package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.JournalException;
import io.edog.testkit.journal.MemoryJournal.Fault;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryJournalTest implements JournalContract {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryJournal one = new MemoryJournal(ensemble, executor);
    private final MemoryJournal two = new MemoryJournal(ensemble, executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public Journal journal() {
        return one;
    }

    @Override
    public Journal elsewhere() {
        return two;
    }

    @Override
    public Epoch newEpoch() {
        return ensemble.takeEpoch();
    }

    @Test
    void anUnknownAppendMayBeDone() {
        Entry entry = Entries.at(1, newEpoch());
        one.meet(Fault.UNKNOWN_BUT_DONE);
        assertThat(one.append(entry)).isInstanceOf(Unknown.class);
        assertThat(two.read(new Index(1))).contains(entry);
        assertThat(one.append(entry)).isEqualTo(new Done(new Index(1)));
    }

    @Test
    void anUnknownAppendMayBeNotDone() {
        Entry entry = Entries.at(1, newEpoch());
        one.meet(Fault.UNKNOWN_NOT_DONE);
        assertThat(one.append(entry)).isInstanceOf(Unknown.class);
        assertThat(two.read(new Index(1))).isEmpty();
    }

    @Test
    void anUnknownAppendMayBeDoneLate() {
        Entry entry = Entries.at(1, newEpoch());
        one.meet(Fault.UNKNOWN_AND_LATE);
        assertThat(one.append(entry)).isInstanceOf(Unknown.class);
        assertThat(two.read(new Index(1))).isEmpty();
        one.deliver();
        assertThat(two.read(new Index(1))).contains(entry);
    }

    @Test
    void aLateAppendOfAnEpochThatIsOverIsRefused() {
        one.meet(Fault.UNKNOWN_AND_LATE);
        one.append(Entries.at(1, newEpoch()));
        newEpoch();
        one.deliver();
        assertThat(two.read(new Index(1))).isEmpty();
    }

    @Test
    void anotherLeaderMayComeBetween() {
        one.meet(Fault.DEPOSED);
        assertThat(one.append(Entries.at(1, newEpoch()))).isInstanceOf(Deposed.class);
        assertThat(one.append(Entries.at(1, newEpoch()))).isEqualTo(new Done(new Index(1)));
    }

    @Test
    void itMayBeOutOfReach() {
        Epoch epoch = newEpoch();
        one.reachable(false);
        assertThat(one.append(Entries.at(1, epoch))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> one.read(new Index(1))).isInstanceOf(JournalException.class);
        assertThatThrownBy(one::trimmed).isInstanceOf(JournalException.class);
        one.reachable(true);
        assertThat(one.read(new Index(1))).isEmpty();
    }
}
