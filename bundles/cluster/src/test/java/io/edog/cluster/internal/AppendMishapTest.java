package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.cluster.internal.FlakySessions.Mishap;
import io.edog.testkit.journal.Entries;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The traces of the journal's model, on a real server, with the loss at an exact place. */
@ExtendWith(SharedVoter.class)
class AppendMishapTest {
    private static final Index FIRST = new Index(1);

    private FlakySessions sessions;
    private Nodes nodes;
    private Connection mine;
    private Connection others;
    private ZkJournal journal;
    private ZkJournal elsewhere;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        Map<String, Object> quick = Map.of("append_limit_ms", 1000);
        Settings settings = nodes.settings("one", voter.connect(), quick);
        sessions = new FlakySessions(settings);
        mine = nodes.connect(settings, sessions);
        others = nodes.connect("two");
        journal = nodes.journal(mine);
        elsewhere = nodes.journal(others);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    private Entry entry() {
        return Entries.at(1, Nodes.newEpoch(mine));
    }

    @Test
    void whatIsThereIsDoneThoughTheAnswerWasLost() {
        Entry entry = entry();
        sessions.meet(Mishap.ANSWER_LOST);
        assertThat(journal.append(entry)).isEqualTo(new Done(FIRST));
        assertThat(elsewhere.read(Index.ZERO, 9)).containsExactly(entry);
    }

    @Test
    void whatIsAbsentIsSentAgain() {
        Entry entry = entry();
        sessions.meet(Mishap.LOST, Mishap.LOST);
        assertThat(journal.append(entry)).isEqualTo(new Done(FIRST));
        assertThat(elsewhere.read(Index.ZERO, 9)).containsExactly(entry);
    }

    @Test
    void aTakenIndexIsNotBelievedToBeAnothersIfTheRequestWasOnlyLate() {
        Entry entry = entry();
        sessions.meet(Mishap.LATE);
        assertThat(journal.append(entry)).isEqualTo(new Done(FIRST));
        assertThat(elsewhere.read(Index.ZERO, 9)).containsExactly(entry);
    }

    @Test
    void aNewerEpochIsNotBelievedIfTheRequestWasDoneBefore() {
        Entry entry = entry();
        sessions.meet(Mishap.LATE);
        sessions.meanwhile(() -> Nodes.newEpoch(others));
        assertThat(journal.append(entry)).isEqualTo(new Done(FIRST));
        assertThat(elsewhere.read(Index.ZERO, 9)).containsExactly(entry);
    }

    @Test
    void aNewerEpochAndNothingThereIsDeposed() {
        Entry entry = entry();
        sessions.meet(Mishap.LOST);
        sessions.meanwhile(() -> Nodes.newEpoch(others));
        assertThat(journal.append(entry)).isInstanceOf(Deposed.class);
        assertThat(elsewhere.read(FIRST)).isEmpty();
    }

    @Test
    void anothersEntryIsDeposed() {
        Entry entry = entry();
        sessions.meet(Mishap.LOST);
        Entry theirs = Entries.at(1, entry.epoch());
        sessions.meanwhile(() -> elsewhere.append(theirs));
        assertThat(journal.append(entry)).isInstanceOf(Deposed.class);
        assertThat(elsewhere.read(FIRST)).contains(theirs);
    }

    @Test
    void absentBelowTheMarkIsUnknown() {
        Entry entry = entry();
        sessions.meet(Mishap.LATE);
        sessions.meanwhile(() -> {
            Epoch epoch = Nodes.newEpoch(others);
            assertThat(elsewhere.trim(epoch, FIRST)).isTrue();
        });
        assertThat(journal.append(entry)).isInstanceOf(Unknown.class);
    }

    @Test
    void readingBackIsRepeatedBeforeAnythingIsSentAgain() {
        Entry entry = entry();
        sessions.meet(Mishap.ANSWER_LOST, Mishap.LOST, Mishap.LOST);
        sessions.loseReads(3);
        assertThat(journal.append(entry)).isEqualTo(new Done(FIRST));
        assertThat(elsewhere.read(Index.ZERO, 9)).containsExactly(entry);
    }

    @Test
    void aRefusalOfAnotherSessionProvesNothing() {
        Entry entry = entry();
        Nodes.newEpoch(others);
        sessions.loseReads(1);
        assertThat(journal.append(entry)).isInstanceOf(Deposed.class);
    }

    @Test
    void whatCanNotBeReadBackInTimeIsUnknown() {
        Entry entry = entry();
        sessions.meet(Mishap.ANSWER_LOST);
        sessions.loseReads(1000);
        assertThat(journal.append(entry)).isInstanceOf(Unknown.class);
        assertThat(elsewhere.read(FIRST)).contains(entry);
    }
}
