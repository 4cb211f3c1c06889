package io.edog.store.internal;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.testkit.store.History;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it applies entries, again and again; each time the database is whole. */
@Tag("slow")
class KillTest {
    private static final int ROUNDS = Integer.getInteger("edog.store.kills", 4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void everyAcknowledgedEntryIsThereOnce() throws Exception {
        Random random = new Random(ROUNDS);
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long acknowledged = applyUntilKilled(before + 1 + random.nextInt(40), random.nextInt(5_000_000));
            long applied = checkedIndex();
            assertThat(applied).isBetween(acknowledged, acknowledged + 1);
            before = applied;
        }
    }

    private long applyUntilKilled(long index, int nanos) throws Exception {
        Process process = start();
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofNanos(1_000_000 + nanos))
                    .until(() -> acknowledged() >= index || !process.isAlive());
            assertThat(process.isAlive()).as(output()).isTrue();
        } finally {
            process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return acknowledged();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dderby.stream.error.file=" + directory.resolve("derby.log"),
                        ApplyForever.class.getName(),
                        directory.resolve("db").toString(),
                        directory.resolve("acknowledged").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    private long acknowledged() throws IOException {
        Path file = directory.resolve("acknowledged");
        if (!Files.exists(file) || Files.size(file) < Long.BYTES) {
            return 0;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return in.readLong();
        }
    }

    /** The applied index, after comparing index, rows, archive and state hash with each other. */
    private long checkedIndex() throws SQLException {
        try (TestDatabase database = TestDatabase.open(directory.resolve("db"))) {
            JpaStateStore store = database.store();
            ClusterState loaded = store.load();
            List<Entry> archive = store.archive(new Index(1), Integer.MAX_VALUE);
            assertThat(archive).hasSize((int) loaded.index().value());
            ClusterState replayed = ClusterState.empty();
            for (Entry entry : archive) {
                assertThat(entry.index()).isEqualTo(replayed.index().next());
                assertThat(entry.previous()).isEqualTo(replayed.head());
                replayed = History.evolve(replayed, entry);
            }
            assertSame(loaded, replayed);
            return loaded.index().value();
        }
    }
}
