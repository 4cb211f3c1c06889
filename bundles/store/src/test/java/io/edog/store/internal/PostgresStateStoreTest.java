package io.edog.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.export.StateDirectory;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import io.edog.testkit.store.History;
import io.edog.testkit.store.PrivatePostgres;
import io.edog.testkit.store.RandomHistory;
import io.edog.testkit.store.Samples;
import io.edog.testkit.store.StateStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same store, the same contract, on PostgreSQL. */
@Tag("slow")
class PostgresStateStoreTest extends StateStoreContract {
    private static PrivatePostgres postgres;

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        postgres = PrivatePostgres.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        postgres.close();
    }

    @BeforeEach
    void create() throws IOException, InterruptedException, SQLException {
        database = TestDatabase.open(postgres.newDatabase());
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Override
    protected StateStore open() {
        return database.store();
    }

    @Test
    void theLogSaysWhichDatabaseItIs() {
        assertThat(database.transactions().run(DatabaseInfo::of).toString())
                .matches("PostgreSQL .*, schema 2, applied index 0");
    }

    @Test
    void aCrashOfTheServerLosesNothingThatWasApplied() throws IOException, InterruptedException {
        JpaStateStore store = database.store();
        History history = new History();
        RandomHistory random = new RandomHistory(7, history);
        IntStream.range(0, 40).forEach(i -> store.apply(random.next(), history.state()));
        ClusterState before = history.state();
        postgres.crash();
        assertSame(database.store().load(), before);
        store.apply(random.next(), history.state());
        assertSame(database.store().load(), history.state());
    }

    @Test
    void aBackupReplacesWhatAServerHolds() throws IOException, SQLException {
        History backedUp = new History();
        backedUp.put(Samples.all().toArray(Resource[]::new));
        Path file = new StateDirectory(directory, "test", Clock.systemUTC())
                .write(backedUp.state())
                .path();
        History ahead = new History();
        RandomHistory random = new RandomHistory(8, ahead);
        IntStream.range(0, 10).forEach(i -> database.store().apply(random.next(), ahead.state()));
        String url = database.dataSource().getUrl();
        DriverDataSource server = new DriverDataSource(DriverManager.getDriver(url), url, new Properties());
        try (StandaloneDatabase standalone = StandaloneDatabase.open(server)) {
            standalone.replace(file);
            assertSame(standalone.load(), backedUp.state());
            assertSame(database.store().load(), backedUp.state());
            standalone.empty();
            assertSame(database.store().load(), ClusterState.empty());
        }
    }
}
