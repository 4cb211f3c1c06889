package io.edog.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import io.edog.testkit.store.History;
import io.edog.testkit.store.RandomHistory;
import io.edog.testkit.store.StateStoreContract;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same store, the same contract, on PostgreSQL. */
@Tag("slow")
class PostgresStateStoreTest extends StateStoreContract {
    private static PrivatePostgres postgres;

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
    void create() throws SQLException {
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
}
