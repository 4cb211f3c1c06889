package io.edog.store.internal;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.state.ClusterState;
import io.edog.testkit.store.History;
import io.edog.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    @TempDir
    private Path directory;

    @Test
    @Timeout(60)
    void aLockLeftByAKilledProcessDoesNotHoldTheNextUp() throws SQLException {
        Path db = directory.resolve("db");
        History history = new History();
        try (TestDatabase database = TestDatabase.open(db)) {
            database.store().apply(history.put(Samples.vm("vm-1", "web")), history.state());
            database.execute("update DATABASECHANGELOGLOCK set LOCKED = true, LOCKGRANTED = CURRENT_TIMESTAMP,"
                    + " LOCKEDBY = 'a process that was killed'");
        }
        try (TestDatabase database = TestDatabase.open(db)) {
            assertSame(database.store().load(), history.state());
            assertThat(database.query("select count(*) from DATABASECHANGELOG")).isEqualTo("2");
            assertThat(database.transactions().run(DatabaseInfo::of).toString())
                    .matches("Apache Derby 10\\..*, schema 2, applied index 1");
        }
    }

    @Test
    void aDatabaseWhoseCreationWasCutOffIsSetAside() throws SQLException, IOException {
        Path db =
                Files.createDirectories(directory.resolve("db").resolve("seg0")).getParent();
        try (TestDatabase database = TestDatabase.open(db)) {
            assertSame(database.store().load(), ClusterState.empty());
        }
        try (Stream<Path> all = Files.list(directory)) {
            List<String> names = all.map(path -> path.getFileName().toString()).toList();
            assertThat(names).hasSize(2).contains("db").anyMatch(name -> name.startsWith("db.unfinished-"));
        }
    }

    @Test
    void aFinishedDatabaseIsNeverSetAside() throws SQLException, IOException {
        Path db = directory.resolve("db");
        TestDatabase.open(db).close();
        UnfinishedDerby.setAside(db);
        UnfinishedDerby.setAside(directory.resolve("none"));
        assertThat(db.resolve("service.properties")).exists();
    }

    @Test
    void aMigrationThatFailsSaysWhy() throws SQLException {
        try (TestDatabase database = TestDatabase.open(directory.resolve("db"))) {
            database.execute("delete from DATABASECHANGELOG");
            assertThatThrownBy(() -> Schema.migrate(database.dataSource()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("the schema can't be brought up to date")
                    .hasMessageContaining("already exists");
        }
    }
}
