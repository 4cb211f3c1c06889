package io.edog.store.internal;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.export.Backup;
import io.edog.api.export.StateDirectory;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import io.edog.testkit.store.History;
import io.edog.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTakerTest {
    private static final Duration PERIOD = Duration.ofHours(2);

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock();
    private final History history = new History();
    private Optional<ClusterState> state = Optional.empty();
    private BackupTaker taker;

    /** A clock that stands still until it is set. */
    private static final class SettableClock extends Clock {
        private Instant now = Samples.AT;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void create() throws SQLException {
        history.put(Samples.all().toArray(Resource[]::new));
        state = Optional.of(history.state());
        taker = taker(directory.resolve("backups"), 3);
    }

    private BackupTaker taker(Path backups, int keep) throws SQLException {
        return new BackupTaker(
                () -> state,
                new StateDirectory(backups, "test", clock),
                new ScratchDatabase(DriverManager.getDriver("jdbc:derby:x"), backups),
                new BackupTaker.Plan(PERIOD, Duration.ofMinutes(5), keep),
                clock);
    }

    @Test
    void whatNobodyForesawEndsNeitherTheScheduleNorInSilence() throws SQLException {
        BackupTaker unlucky = new BackupTaker(
                () -> {
                    throw new IllegalStateException("on order");
                },
                new StateDirectory(directory.resolve("backups"), "test", clock),
                new ScratchDatabase(DriverManager.getDriver("jdbc:derby:x"), directory),
                new BackupTaker.Plan(PERIOD, Duration.ofMinutes(5), 3),
                clock);
        unlucky.takeIfDue();
        assertThat(unlucky.trouble()).hasValueSatisfying(why -> assertThat(why).contains("on order"));
    }

    @Test
    void aBackupIsTriedAndNothingOfTheTrialStays() throws IOException {
        Backup backup = taker.take();
        assertThat(backup.header().stateHash()).isEqualTo(history.state().hash());
        assertThat(taker.list()).containsExactly(backup);
        assertThat(taker.trouble()).isEmpty();
        try (Stream<Path> left = Files.list(directory.resolve("backups"))) {
            assertThat(left).containsExactly(backup.file().path());
        }
        StateDirectory files = new StateDirectory(directory.resolve("backups"), "test", clock);
        assertSame(files.newest().orElseThrow().state(), history.state());
    }

    @Test
    void oneIsTakenEachPeriodAndTheOldestGo() throws SQLException {
        taker = taker(directory.resolve("backups"), 2);
        taker.takeIfDue();
        taker.takeIfDue();
        assertThat(taker.list()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            clock.now = clock.now.plus(PERIOD).plusSeconds(1);
            taker.takeIfDue();
        }
        assertThat(taker.list()).hasSize(2);
        assertThat(taker.list().get(0).file().sequence()).isEqualTo(3);
        clock.now = clock.now.minus(Duration.ofDays(3));
        taker.takeIfDue();
        assertThat(taker.list().get(0).file().sequence()).isEqualTo(4);
    }

    @Test
    void whileTheManagerDoesNotServeNoneIsTaken() {
        state = Optional.empty();
        taker.takeIfDue();
        assertThat(taker.list()).isEmpty();
        assertThat(taker.trouble()).isEmpty();
        assertThatThrownBy(() -> taker.take())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not serve");
    }

    @Test
    void aFailureIsToldAndTriedAgainLater() throws IOException {
        Path backups = Files.writeString(directory.resolve("backups"), "in the way");
        taker.takeIfDue();
        assertThat(taker.trouble()).hasValueSatisfying(why -> assertThat(why).contains("can't be written"));
        Files.delete(backups);
        taker.takeIfDue();
        assertThat(taker.list()).isEmpty();
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        taker.takeIfDue();
        assertThat(taker.list()).hasSize(1);
        assertThat(taker.trouble()).isEmpty();
    }
}
