package io.edog.store.internal;

import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Entry;
import io.edog.api.state.StoreException;
import io.edog.testkit.store.History;
import io.edog.testkit.store.Samples;
import io.edog.testkit.store.StateStoreContract;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A process whose database is closed and opened again while the disk is full, once to be written and once for its schema; each time
 * it makes room, and goes on trying; it prints what it saw.
 */
final class OpenOnAFullDisk {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final Path ballast;
    private final PrintStream out;
    private final History history = new History();
    private String last = "";

    private OpenOnAFullDisk(TestDatabase database, Path ballast, PrintStream out) {
        this.database = database;
        this.ballast = ballast;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        Path disk = Path.of(args[0]);
        try (TestDatabase database = TestDatabase.open(disk.resolve("db"));
                PrintStream out = new PrintStream(args[1])) {
            OpenOnAFullDisk process = new OpenOnAFullDisk(database, disk.resolve("ballast"), out);
            process.entry();
            process.schema();
        }
    }

    private void entry() throws Exception {
        JpaStateStore store = database.store();
        store.apply(history.put(Samples.vm("vm-1", "web")), history.state());
        closeAndFill();
        Entry entry = history.put(Samples.vm("vm-2", "db"));
        applied(store, entry);
        Files.delete(ballast);
        await().atMost(LIMIT).until(() -> applied(store, entry));
        StateStoreContract.assertSame(store.load(), history.state());
        out.println("applied");
    }

    private void schema() throws Exception {
        closeAndFill();
        upToDate();
        Files.delete(ballast);
        await().atMost(LIMIT).until(this::upToDate);
        out.println("brought up to date");
    }

    private void closeAndFill() throws SQLException {
        database.letGo();
        try {
            Files.write(ballast, new byte[64 << 20]);
            throw new IllegalStateException("the disk is never full");
        } catch (IOException e) {
            // It is full.
        }
    }

    private boolean applied(JpaStateStore store, Entry entry) {
        try {
            store.apply(entry, history.state());
            return true;
        } catch (StoreException e) {
            refused(e);
            return false;
        }
    }

    private boolean upToDate() {
        try {
            database.prepare();
            return true;
        } catch (SQLException e) {
            refused(e);
            return false;
        }
    }

    private void refused(Exception why) {
        String line = "refused: " + why.getMessage();
        if (!line.equals(last)) {
            out.println(line);
        }
        last = line;
    }
}
