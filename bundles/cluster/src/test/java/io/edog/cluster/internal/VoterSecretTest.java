package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voter without the cluster's secret would let in whoever gives an empty one. */
class VoterSecretTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void withoutItAVoterDoesNotStart() throws Exception {
        try (TlsVoters voters = new TlsVoters(directory)) {
            TlsVoter voter = voters.prepare(1);
            voter.configure(List.of(voter), false);
            Files.write(voter.tls().resolve("secret"), new byte[0]);
            voter.start();
            await().atMost(LIMIT).until(() -> !voter.alive());
            assertThat(voter.data().resolve("log/zookeeper.out"))
                    .content()
                    .contains("secret: the secret of the cluster is missing");
            assertThat(voter.data().resolve("zookeeper/zoo.cfg")).doesNotExist();
        }
    }
}
