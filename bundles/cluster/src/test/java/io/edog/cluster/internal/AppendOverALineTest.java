package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.JournalException;
import io.edog.testkit.journal.Entries;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Appends while the line to ZooKeeper fails, as nodes see it. */
@ExtendWith(SharedVoter.class)
@Tag("slow")
class AppendOverALineTest {
    private static final Index FIRST = new Index(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Nodes nodes;
    private Line line;
    private Connection mine;
    private Connection others;
    private ZkJournal journal;
    private ZkJournal elsewhere;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        line = nodes.line(voter);
        Map<String, Object> patient = Map.of("append_limit_ms", 20_000);
        mine = nodes.connect(nodes.settings("one", line.connect(), patient));
        others = nodes.connect("two");
        journal = nodes.journal(mine);
        elsewhere = nodes.journal(others);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    private CompletableFuture<Appended> append(Entry entry) {
        return CompletableFuture.supplyAsync(() -> journal.append(entry));
    }

    @Test
    void theAnswerIsLostAndTheLineBreaks() {
        Entry entry = Entries.at(1, Nodes.newEpoch(mine));
        line.loseAnswers();
        CompletableFuture<Appended> append = append(entry);
        await().until(() -> elsewhere.read(FIRST).isPresent());
        line.reset();
        assertThat(append).succeedsWithin(LIMIT).isEqualTo(new Done(FIRST));
    }

    @Test
    void theAnswerIsLostAndTheSessionEnds() {
        Entry entry = Entries.at(1, Nodes.newEpoch(mine));
        long session = mine.session().getSessionId();
        line.loseAnswers();
        CompletableFuture<Appended> append = append(entry);
        await().until(() -> elsewhere.read(FIRST).isPresent());
        line.cut();
        await().atMost(LIMIT).until(() -> mine.session().getSessionId() != session);
        line.heal();
        assertThat(append).succeedsWithin(LIMIT).isEqualTo(new Done(FIRST));
    }

    @Test
    void theRequestIsLostAndAnotherLeads() {
        Entry entry = Entries.at(1, Nodes.newEpoch(mine));
        line.loseRequests();
        CompletableFuture<Appended> append = append(entry);
        Epoch newer = Nodes.newEpoch(others);
        line.reset();
        assertThat(append).succeedsWithin(LIMIT).isInstanceOf(Deposed.class);
        assertThat(elsewhere.append(Entries.at(1, newer))).isEqualTo(new Done(FIRST));
    }

    @Test
    void theLineStaysCut() {
        Entry entry = Entries.at(1, Nodes.newEpoch(mine));
        Map<String, Object> quick = Map.of("append_limit_ms", 1000, "read_limit_ms", 500);
        ZkJournal impatient = nodes.journal(nodes.connect(nodes.settings("one", line.connect(), quick)));
        assertThat(impatient.read(FIRST)).isEmpty();
        line.cut();
        assertThat(impatient.append(entry)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> impatient.read(FIRST))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has not answered since");
    }
}
