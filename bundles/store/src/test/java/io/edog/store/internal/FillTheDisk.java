package io.edog.store.internal;

import io.edog.api.journal.Entry;
import io.edog.api.model.VmState;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import io.edog.testkit.store.History;
import io.edog.testkit.store.Samples;
import io.edog.testkit.store.StateStoreContract;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that applies entries until the disk is full, makes room, and goes on; it prints what it saw. */
final class FillTheDisk {
    private static final int MOST = 1_000;
    private static final int AFTERWARDS = 20;

    private final JpaStateStore store;
    private final History history = new History();
    private final PrintStream out;

    private FillTheDisk(JpaStateStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        Path disk = Path.of(args[0]);
        Path ballast = Files.write(disk.resolve("ballast"), new byte[6 << 20]);
        try (TestDatabase database = TestDatabase.open(disk.resolve("db"));
                PrintStream out = new PrintStream(args[1])) {
            new FillTheDisk(database.store(), out).run(ballast);
        }
    }

    private void run(Path ballast) throws Exception {
        ClusterState before = history.state();
        Entry entry = next();
        for (int i = 0; applied(entry); i++) {
            if (i == MOST) {
                out.println("the disk is never full");
                return;
            }
            before = history.state();
            entry = next();
        }
        Files.delete(ballast);
        StateStoreContract.assertSame(store.load(), before);
        store.apply(entry, history.state());
        for (int i = 0; i < AFTERWARDS; i++) {
            store.apply(history.put(Samples.vm("small", "small" + i)), history.state());
        }
        StateStoreContract.assertSame(store.load(), history.state());
        out.println("went on");
    }

    private Entry next() {
        long number = history.state().index().value();
        return history.put(Samples.vm("vm-" + number, "large")
                .edit()
                .state(VmState.ERROR, "why ".repeat(50_000), Samples.AT)
                .build());
    }

    private boolean applied(Entry entry) {
        try {
            store.apply(entry, history.state());
            return true;
        } catch (StoreException e) {
            out.println("refused: " + e.getMessage());
            return false;
        }
    }
}
