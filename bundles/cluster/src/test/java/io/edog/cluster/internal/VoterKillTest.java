package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A voter of its own, killed, stopped and away. */
@Tag("slow")
class VoterKillTest {
    private static final Logger LOG = LoggerFactory.getLogger(VoterKillTest.class);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int ROUNDS = 5;
    private static final int WRITES = 100;

    @TempDir
    Path directory;

    private Voter voter;
    private Nodes nodes;

    @BeforeEach
    void prepare() throws Exception {
        voter = new Voter(directory);
        nodes = new Nodes(voter);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
        voter.close();
    }

    private ZkLeadership leadership(Connection connection) {
        ZkLeadership leadership = new ZkLeadership(connection);
        nodes.keep(leadership::close);
        return leadership;
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingDeniedIsThere() {
        voter.start();
        Connection connection = nodes.connect("one");
        ZkJournal journal = nodes.journal(connection);
        LeadingWriter writer = new LeadingWriter(leadership(connection), journal);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(writer);
        for (int round = 1; round <= ROUNDS; round++) {
            int enough = writer.acknowledged.size() + WRITES;
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> writing.isDone() || writer.acknowledged.size() >= enough);
            voter.kill();
            voter.start();
        }
        int enough = writer.acknowledged.size() + WRITES;
        await().atMost(SOON).until(() -> writing.isDone() || writer.acknowledged.size() >= enough);
        writer.stop();
        assertThat(writing).succeedsWithin(SOON);
        LOG.info(
                "{} acknowledged, {} denied, undecided {}",
                writer.acknowledged.size(),
                writer.denied.size(),
                writer.undecided);
        check(writer, journal.read(Index.ZERO, Integer.MAX_VALUE));
    }

    private static void check(LeadingWriter writer, List<Entry> entries) {
        List<UUID> ids = entries.stream().map(entry -> entry.set().id()).toList();
        assertThat(ids).doesNotHaveDuplicates().containsSubsequence(writer.acknowledged);
        assertThat(ids).noneMatch(writer.denied::contains);
        assertThat(ids.size() - writer.acknowledged.size()).isLessThanOrEqualTo(writer.undecided.size());
        assertThat(entries)
                .extracting(entry -> entry.index().value())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
    }

    @Test
    void itComesUpWithoutAVoterAndFindsItWheneverItIsThere() {
        Connection connection = nodes.connect("one");
        ZkLeadership leadership = leadership(connection);
        assertThatThrownBy(() -> nodes.journal(connection).read(Index.ZERO, 1)).isInstanceOf(JournalException.class);
        assertThat(leadership.epoch()).isEmpty();
        assertThat(leadership.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("has not answered since"));
        for (int round = 1; round <= 3; round++) {
            voter.start();
            await().atMost(SOON).until(() -> leadership.epoch().isPresent());
            voter.kill();
            await().atMost(SOON).until(() -> leadership.epoch().isEmpty());
            await().during(Duration.ofSeconds(round))
                    .until(() -> leadership.trouble().isPresent());
        }
    }

    @Test
    void closingTakesAtMostTwoSeconds() throws Exception {
        voter.start();
        Connection connection = nodes.connect("one");
        ZkLeadership leadership = leadership(connection);
        await().atMost(SOON).until(() -> leadership.epoch().isPresent());
        voter.signal("STOP");
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
            leadership.close();
            connection.close();
        });
        assertThat(closed).succeedsWithin(Duration.ofMillis(2200));
        voter.signal("CONT");
    }

    @Test
    void aVoterThatHangsTakesTheEpochAway() throws Exception {
        voter.start();
        Connection connection = nodes.connect("one");
        ZkLeadership leadership = leadership(connection);
        await().atMost(SOON).until(() -> leadership.epoch().isPresent());
        voter.signal("STOP");
        await().atMost(Duration.ofSeconds(3)).until(() -> leadership.epoch().isEmpty());
        voter.signal("CONT");
        await().atMost(SOON).until(() -> leadership.epoch().isPresent());
    }
}
