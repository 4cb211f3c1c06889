package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Index;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Three voters with keys, of which one dies, stands still, or loses its disk: what was acknowledged stays. */
@Tag("slow")
class VoterLossTest {
    private static final Logger LOG = LoggerFactory.getLogger(VoterLossTest.class);
    private static final Duration LONG = Duration.ofSeconds(90);

    private static final Duration STALL = Duration.ofMillis(3500);

    private interface Outage {
        void begin() throws Exception;
    }

    @TempDir
    Path directory;

    private TlsVoters voters;
    private ZkJournal journal;
    private LeadingWriter writer;
    private CompletableFuture<Void> writing;

    @BeforeEach
    void start() throws Exception {
        voters = new TlsVoters(directory).found(3);
        Connection connection = voters.node("one");
        journal = voters.keep(new ZkJournal(connection), () -> {});
        writer = new LeadingWriter(new ZkLeadership(connection), journal);
        writing = CompletableFuture.runAsync(writer);
        written(50);
    }

    @AfterEach
    void stop() throws Exception {
        writer.stop();
        voters.close();
    }

    private void written(int more) {
        int enough = writer.acknowledged.size() + more;
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> writing.isDone() || writer.acknowledged.size() >= enough);
    }

    private TlsVoter leader() {
        return await().atMost(LONG)
                .until(
                        () -> voters.all().stream()
                                .filter(voter -> voter.alive() && voter.leads())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** How long nothing is acknowledged when this happens. */
    private Duration stall(Outage outage) throws Exception {
        writer.longestPause();
        outage.begin();
        written(20);
        return writer.longestPause();
    }

    @Test
    void withoutTheirLeaderWritesStallForAShortTime() throws Exception {
        TlsVoter first = leader();
        Duration killed = stall(first::kill);
        first.start();
        await().atMost(LONG).until(() -> first.follows());
        written(50);
        TlsVoter second = leader();
        Duration stopped = stall(() -> second.signal("STOP"));
        second.signal("CONT");
        written(50);
        LOG.info(
                "writes stalled for {} ms without a killed leader, {} ms without a stopped one",
                killed.toMillis(),
                stopped.toMillis());
        assertThat(killed).isLessThanOrEqualTo(STALL);
        assertThat(stopped).isLessThanOrEqualTo(STALL);
        allThere();
    }

    /** Two know of the newest writes. One of these loses its disk; with the third alone it must not go on as if they had not been. */
    @Test
    void aVoterThatLostItsDiskErasesNothing() throws Exception {
        TlsVoter behind =
                voters.all().stream().filter(v -> !v.leads()).findFirst().orElseThrow();
        behind.kill();
        written(50);
        Deque<TlsVoter> two =
                new ArrayDeque<>(voters.all().stream().filter(v -> v != behind).toList());
        TlsVoter emptied = two.pop();
        TlsVoter knowing = two.pop();
        emptied.kill();
        knowing.kill();
        delete(emptied.data().resolve("zookeeper"));
        Files.delete(emptied.data().resolve("voter-" + emptied.id() + ".founded"));
        int before = writer.acknowledged.size();

        emptied.start();
        behind.start();
        await().during(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(20))
                .until(() -> writer.acknowledged.size() == before && !emptied.leads() && !behind.leads());

        knowing.start();
        written(50);
        await().atMost(LONG).until(() -> emptied.follows() || emptied.leads());
        allThere();
    }

    private void allThere() {
        writer.stop();
        assertThat(writing).succeedsWithin(LONG);
        List<UUID> ids = journal.read(Index.ZERO, Integer.MAX_VALUE).stream()
                .map(entry -> entry.set().id())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().containsSubsequence(writer.acknowledged);
        assertThat(ids).noneMatch(writer.denied::contains);
    }

    private static void delete(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
