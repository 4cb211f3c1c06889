package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Index;
import io.edog.api.member.EnsembleException;
import io.edog.api.member.Voter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One voter becomes three and one again, with keys, while a leader writes. */
@Tag("slow")
class ReconfigurationTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void oneBecomesThreeAndOneAgainWhileALeaderWrites() throws Exception {
        try (TlsVoters voters = new TlsVoters(directory).found(1)) {
            Connection connection = voters.node("one", voters.connect(), Map.of("reconfig_limit_ms", 60_000));
            await().atMost(LONG).until(connection::connected);
            voters.keep(new VoterWatch(connection), () -> {});
            ZkEnsemble ensemble = new ZkEnsemble(connection);
            ZkJournal journal = voters.keep(new ZkJournal(connection), () -> {});
            LeadingWriter writer = new LeadingWriter(new ZkLeadership(connection), journal);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(writer);
            written(writer, 20);

            for (int id = 2; id <= 3; id++) {
                TlsVoter joining = voters.prepare(id).configure(voters.all(), true);
                joining.start();
                ensemble.add(Voter.of(joining.spec()));
                ensemble.add(Voter.of(joining.spec()));
                written(writer, 20);
            }
            assertThat(ensemble.voters()).extracting(Voter::id).containsExactly(1, 2, 3);
            await().atMost(LONG)
                    .until(() -> List.of(connection.connect().split(",", -1))
                            .containsAll(
                                    voters.all().stream().map(TlsVoter::connect).toList()));

            ensemble.remove(1);
            voters.voter(1).kill();
            written(writer, 20);
            ensemble.remove(2);
            voters.voter(2).kill();
            written(writer, 20);
            assertThat(ensemble.voters()).extracting(Voter::id).containsExactly(3);
            assertThatThrownBy(() -> ensemble.remove(3)).isInstanceOf(EnsembleException.class);

            writer.stop();
            assertThat(writing).succeedsWithin(LONG);
            Stream<UUID> ids = journal.read(Index.ZERO, Integer.MAX_VALUE).stream()
                    .map(entry -> entry.set().id());
            assertThat(ids).doesNotHaveDuplicates().containsSubsequence(writer.acknowledged);
        }
    }

    private static void written(LeadingWriter writer, int more) {
        int enough = writer.acknowledged.size() + more;
        await().atMost(LONG).until(() -> writer.acknowledged.size() >= enough);
    }

    @Test
    void whoDoesNotFollowIsNotTakenIn() throws Exception {
        try (TlsVoters voters = new TlsVoters(directory).found(1)) {
            Connection connection = voters.node("one", voters.connect(), Map.of("reconfig_limit_ms", 3000));
            await().atMost(LONG).until(connection::connected);
            ZkEnsemble ensemble = new ZkEnsemble(connection);
            assertThatThrownBy(() -> ensemble.add(Voter.of("2=127.0.0.1:1:2:3")))
                    .isInstanceOf(EnsembleException.class)
                    .hasMessageContaining("is it started");
            assertThat(ensemble.voters()).extracting(Voter::id).containsExactly(1);
        }
    }
}
