package io.edog.store.internal;

import io.edog.testkit.store.History;
import io.edog.testkit.store.RandomHistory;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A process that applies entries until it is killed, and notes the index of each that was acknowledged. */
final class ApplyForever {
    private ApplyForever() {}

    public static void main(String[] args) throws Exception {
        JpaStateStore store = TestDatabase.open(Path.of(args[0])).store();
        History history = new History(store.load());
        RandomHistory random = new RandomHistory(history.state().index().value(), history);
        try (RandomAccessFile acknowledged = new RandomAccessFile(args[1], "rw")) {
            while (true) {
                store.apply(random.next(), history.state());
                acknowledged.seek(0);
                acknowledged.writeLong(history.state().index().value());
            }
        }
    }
}
