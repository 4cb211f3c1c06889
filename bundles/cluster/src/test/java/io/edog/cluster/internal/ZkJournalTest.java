package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import io.edog.api.journal.JournalException;
import io.edog.api.json.EntryCodec;
import io.edog.testkit.journal.Entries;
import io.edog.testkit.journal.JournalContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class ZkJournalTest implements JournalContract {
    private Nodes nodes;
    private Connection one;
    private ZkJournal here;
    private ZkJournal there;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        one = nodes.connect("one");
        here = nodes.journal(one);
        there = nodes.journal(nodes.connect("two"));
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    @Override
    public Journal journal() {
        return here;
    }

    @Override
    public Journal elsewhere() {
        return there;
    }

    @Override
    public Epoch newEpoch() {
        return Nodes.newEpoch(one);
    }

    @Test
    void aReadEndsBeforeAnEntryOfALaterVersionAndThatOneIsNotGuessedAt() {
        Epoch epoch = newEpoch();
        Entry known = Entries.at(1, epoch);
        here.append(known);
        here.append(EntryCodec.next(Entry.FORMAT + 1, known.index(), known.hash(), epoch, known.set()));
        assertThat(there.read(known.index(), 10)).containsExactly(known);
        assertThatThrownBy(() -> there.read(known.index().next(), 10))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("install the newer version");
    }
}
