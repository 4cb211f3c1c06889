package io.edog.store.internal;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Index;
import io.edog.api.model.Resource;
import io.edog.testkit.store.History;
import io.edog.testkit.store.Samples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir
    private Path directory;

    private final History history = new History();
    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.open(directory.resolve("db"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void apply(Resource... objects) {
        database.store().apply(history.put(objects), history.state());
    }

    @Test
    void columnsSayWhatTheObjectsSay() throws SQLException {
        apply(Samples.all().toArray(Resource[]::new));
        assertThat(database.query("select ID from VM where STATE = 'running' and HOST = 'host-1' and RUN = 7"))
                .isEqualTo("vm-2");
        assertThat(database.query("select count(*) from VM where HOST is null and RUN is null and DESIRED = 'stopped'"))
                .isEqualTo("1");
        assertThat(database.query("select sum(MEMORY_MIB) from VM where TENANT = 'default' and OWNER = 'ann'"))
                .isEqualTo("1024");
        assertThat(database.query("select BOOT_ID from HOST where STATE = 'up' and CPUS = 8"))
                .isEqualTo("boot-1");
        assertThat(database.query("select ID from VOLUME where ATTACHED_TO = 'vm-1' and POOL = 'default'"))
                .isEqualTo("vol-1");
        assertThat(database.query("select NAME from TEMPLATE where OS = 'linux' and VERSION = '12'"))
                .isEqualTo("tpl-1");
        assertThat(database.query("select ID from TASK where STATE = 'failed' and KIND = 'vm.start'"))
                .isEqualTo("task-2");
        assertThat(database.query("select ROLES from USERS where LOCKED = false"))
                .isEqualTo("user");
        assertThat(database.query("select OWNER from SESSION where LOGIN = true"))
                .isEqualTo("ann");
        assertThat(database.query("select AT_MS from OUTCOME")).isEqualTo("" + Samples.AT.toEpochMilli());
        assertThat(database.query("select DRIVER from POOL")).isEqualTo("dir");
    }

    @Test
    void columnsFollowTheirObject() throws SQLException {
        apply(Samples.running(Samples.vm("vm-1", "web"), 3));
        apply(Samples.vm("vm-1", "renamed"));
        assertThat(database.query("select NAME from VM where STATE = 'stopped' and HOST is null and RUN is null"))
                .isEqualTo("renamed");
        assertThat(database.query("select count(*) from VM")).isEqualTo("1");
    }

    @Test
    void theArchiveCanBeAskedByTimeAndUser() throws SQLException {
        apply(Samples.vm("vm-1", "web"));
        apply(Samples.vm("vm-2", "db"));
        long second = Samples.AT.plusSeconds(2).toEpochMilli();
        assertThat(database.query("select ENTRY_INDEX from JOURNAL where BY_USER = 'ann' and AT_MS >= " + second))
                .isEqualTo("2");
        assertThat(database.query("select HASH from JOURNAL where ENTRY_INDEX = 2"))
                .isEqualTo(history.state().head());
    }

    @Test
    void anyBatchReadsAndPrunesTheSame() {
        IntStream.range(0, 12).forEach(i -> apply(Samples.vm("vm-" + i, "n"), Samples.task("task-" + i)));
        for (int batch : new int[] {1, 5, 6, 12, 13}) {
            assertSame(database.store(batch).load(), history.state());
        }
        database.store(1).prune(new Index(4));
        assertThat(database.store().oldest()).isEqualTo(new Index(4));
        database.store(3).prune(new Index(11));
        assertThat(database.store().oldest()).isEqualTo(new Index(11));
        database.store(5).prune(new Index(99));
        assertThat(database.store().oldest()).isEqualTo(new Index(12));
    }
}
