package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Index;
import io.edog.api.journal.JournalException;
import io.edog.api.member.Voter;
import io.edog.testkit.journal.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of three voters burn: the third is made the only one, by hand and on a word, and takes new ones in. */
@Tag("slow")
class MajorityLostTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String SCRIPT =
            Path.of("../../scripts/node/voter").toAbsolutePath().toString();

    @TempDir
    Path directory;

    @Test
    void theThirdGoesOnAlone() throws Exception {
        try (TlsVoters voters = new TlsVoters(directory).found(3)) {
            Connection before = voters.node("one");
            await().atMost(LONG).until(before::connected);
            ZkJournal journal = voters.keep(new ZkJournal(before), () -> {});
            written(before, journal, 1);
            await().atMost(LONG).until(() -> voters.all().stream().allMatch(v -> v.leads() || v.follows()));
            voters.closeNodes();
            voters.all().forEach(TlsVoter::kill);

            for (TlsVoter voter : voters.all()) {
                assertThat(knows(voter)).isPositive();
            }

            TlsVoter left = voters.voter(2);
            assertThat(alone(left, "yes")).isEqualTo(1);
            assertThat(alone(left, "the newest writes may be missing")).isZero();
            left.start();

            Connection after = voters.node("two", left.connect(), Map.of());
            await().atMost(LONG).until(after::connected);
            ZkEnsemble ensemble = new ZkEnsemble(after);
            assertThat(ensemble.voters()).extracting(Voter::id).containsExactly(2);
            ZkJournal rest = voters.keep(new ZkJournal(after), () -> {});
            assertThat(rest.read(new Index(1))).isPresent();
            written(after, rest, 2);

            TlsVoter fresh = voters.prepare(4).configure(List.of(left, voters.voter(4)), true);
            fresh.start();
            ensemble.add(Voter.of(fresh.spec()));
            assertThat(ensemble.voters()).extracting(Voter::id).containsExactly(2, 4);
        }
    }

    private static void written(Connection connection, ZkJournal journal, long index) {
        await().atMost(LONG)
                .ignoreException(JournalException.class)
                .until(() -> journal.read(new Index(index)).isPresent()
                        || journal.append(Entries.at(index, Nodes.newEpoch(connection))) instanceof Done);
    }

    private static long knows(TlsVoter voter) throws Exception {
        Path answer = voter.data().resolve("zxid");
        VoterDisk.main(new String[] {voter.data().resolve("zookeeper/data").toString(), answer.toString()});
        return Long.parseLong(Files.readString(answer).strip());
    }

    private static int alone(TlsVoter voter, String word) throws Exception {
        return new ProcessBuilder(SCRIPT, voter.data().toString(), "alone", "--confirm", word)
                .inheritIO()
                .start()
                .waitFor();
    }
}
