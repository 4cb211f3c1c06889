package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Epoch;
import io.edog.testkit.journal.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three voters with keys: they find each other, take members in, and nobody else. */
@Tag("slow")
class TlsEnsembleTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void membersWriteAndRead() throws Exception {
        try (TlsVoters voters = new TlsVoters(directory).found(3)) {
            Connection one = voters.node("one");
            await().atMost(LONG).until(one::connected);
            ZkJournal journal = new ZkJournal(one);
            voters.keep(journal, journal::close);
            Epoch epoch = Nodes.newEpoch(one);
            assertThat(journal.append(Entries.at(1, epoch))).isInstanceOf(Appended.Done.class);
            for (TlsVoter voter : voters.all()) {
                assertThat(Files.readString(voter.data().resolve("zookeeper/zoo.cfg")))
                        .contains("forceSync=yes", "sslQuorum=true", "ssl.clientAuth=need", "enforce.auth.enabled=true")
                        .doesNotContain("of-the-tests", "\nclientPort=");
            }
        }
    }
}
