package io.edog.store.internal;

import io.edog.api.state.StateStore;
import io.edog.testkit.store.StateStoreContract;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JpaStateStoreTest extends StateStoreContract {
    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.open(directory.resolve("db"));
    }

    @Override
    protected StateStore open() {
        return database.store();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }
}
