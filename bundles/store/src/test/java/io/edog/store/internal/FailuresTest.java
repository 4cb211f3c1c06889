package io.edog.store.internal;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import io.edog.testkit.store.History;
import io.edog.testkit.store.Samples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.RollbackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class FailuresTest {
    @TempDir
    private Path directory;

    private final History history = new History();
    private TestDatabase database;
    private JpaStateStore store;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.open(directory.resolve("db"));
        store = database.store();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Entry applyVm(String id) {
        Entry entry = history.put(Samples.vm(id, id));
        store.apply(entry, history.state());
        return entry;
    }

    @Test
    void aChangedObjectIsNoticed() throws SQLException {
        applyVm("vm-1");
        database.execute("update VM set JSON = '{\"@type\":\"Vm\",\"id\":\"vm-1\",\"disks\":[],\"nics\":[]}'");
        assertThatThrownBy(store::load)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("objects do not give the state hash recorded at index 1");
    }

    @Test
    void anUnreadableObjectIsNamed() throws SQLException {
        applyVm("vm-1");
        database.execute("update VM set JSON = '{'");
        assertThatThrownBy(store::load)
                .isInstanceOf(StoreException.class)
                .hasMessage("The database is damaged: the vm vm-1 can't be read.");
    }

    @Test
    void aMissingObjectIsNoticed() throws SQLException {
        applyVm("vm-1");
        applyVm("vm-2");
        database.execute("delete from VM where ID = 'vm-1'");
        assertThatThrownBy(store::load).isInstanceOf(StoreException.class).hasMessageContaining("index 2");
    }

    @Test
    void aChangedArchiveIsNoticed() throws SQLException {
        applyVm("vm-1");
        applyVm("vm-2");
        database.execute(
                "update JOURNAL set WIRE = (select WIRE from JOURNAL where ENTRY_INDEX = 1) || CAST(X'20' AS BLOB)"
                        + " where ENTRY_INDEX = 2");
        assertThat(store.archive(new Index(1), 1)).hasSize(1);
        assertThatThrownBy(() -> store.archive(new Index(1), 2))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not match its hash");
    }

    @Test
    void anEntryThatCannotBeWrittenLeavesNothing() throws SQLException {
        Entry first = applyVm("vm-1");
        ClusterState before = history.state();
        database.execute("alter table VM add constraint NO_VM_2 check (ID <> 'vm-2')");
        Entry second = history.put(Samples.user("ann"), Samples.vm("vm-2", "db"));
        assertThatThrownBy(() -> store.apply(second, history.state()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The database can't apply entry 2")
                .hasMessageContaining("NO_VM_2");
        assertSame(store.load(), before);
        assertThat(store.archive(Index.ZERO, 10)).containsExactly(first);
        database.execute("alter table VM drop constraint NO_VM_2");
        store.apply(second, history.state());
        assertSame(store.load(), history.state());
    }

    @Test
    void aCommitThatTookEffectAlthoughItFailedCounts() {
        Transactions real = database.transactions();
        Transactions deaf = new Transactions() {
            private boolean heard;

            @Override
            public <T> T run(Function<EntityManager, T> work) {
                T result = real.run(work);
                if (result instanceof Index && !heard) {
                    heard = true;
                    throw new RollbackException("the connection was lost during commit");
                }
                return result;
            }
        };
        JpaStateStore unlucky = new JpaStateStore(deaf, 10, 10);
        unlucky.apply(history.put(Samples.vm("vm-1", "web")), history.state());
        unlucky.apply(history.put(Samples.vm("vm-2", "db")), history.state());
        assertSame(unlucky.load(), history.state());
    }

    @Test
    void anInterruptedThreadDoesNoHarm() {
        Entry entry = history.put(Samples.vm("vm-1", "web"));
        Thread.currentThread().interrupt();
        try {
            store.apply(entry, history.state());
        } catch (StoreException e) {
            assertThat(Thread.interrupted()).isTrue();
            store.apply(entry, history.state());
        }
        Thread.interrupted();
        assertSame(database.store().load(), history.state());
    }

    @Test
    void ofTwoWritersOneAppliesAnEntry() throws Exception {
        Entry entry = history.put(Samples.vm("vm-1", "web"));
        ClusterState after = history.state();
        Callable<Boolean> writer = () -> {
            try {
                database.store().apply(entry, after);
                return true;
            } catch (IllegalStateException e) {
                return false;
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> applied = pool.invokeAll(List.of(writer, writer), 1, TimeUnit.MINUTES);
            assertThat(List.of(applied.get(0).get(), applied.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdownNow();
        }
        assertSame(store.load(), after);
        assertThat(store.archive(Index.ZERO, 10)).containsExactly(entry);
    }

    @Test
    void aDatabaseThatIsAwayIsAStoreException() throws SQLException {
        database.dataSource().close();
        JpaStateStore opened = database.store();
        assertThatThrownBy(opened::load)
                .isInstanceOf(StoreException.class)
                .hasMessageMatching("The database can't load the state: .+");
        assertThatThrownBy(() -> opened.apply(history.put(), history.state())).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> opened.archive(new Index(1), 1)).isInstanceOf(StoreException.class);
        assertThatThrownBy(opened::oldest).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> opened.prune(new Index(1))).isInstanceOf(StoreException.class);
    }
}
