package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.json.Json;
import io.edog.api.state.ClusterState;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many of the newest entries the journal keeps: so many, or so many bytes. Used by the loop alone. */
final class JournalSizes implements Replica.Listener {
    private final int most;
    private final long mostBytes;
    private final Deque<Integer> sizes = new ArrayDeque<>();
    private long bytes;
    private boolean large;

    JournalSizes(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    @Override
    public void applied(ClusterState before, Entry entry, ClusterState after) {
        int size = Json.write(entry.set()).length();
        sizes.addLast(size);
        bytes += size;
        while (sizes.size() > most || bytes > mostBytes) {
            large |= sizes.size() <= most;
            bytes -= sizes.removeFirst();
        }
    }

    /**
     * How many entries to keep. What was there before this manager looked was kept within the same bounds by whoever led then, so
     * that in all there are never more than twice as many bytes.
     */
    int keep() {
        return large ? Math.max(1, sizes.size()) : most;
    }
}
