package io.edog.cluster.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.JournalException;
import io.edog.api.json.EntryCodec;
import io.edog.api.json.JsonException;
import io.edog.api.json.UnknownFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;

/** Reads entries one by one by their names, several requests at a time; the log is never listed. */
final class LogReader {
    private static final int FIRST_WINDOW = 4;

    private final Connection connection;

    LogReader(Connection connection) {
        this.connection = connection;
    }

    List<Entry> read(Index from, int max) {
        List<Entry> entries = new ArrayList<>();
        Index first = from.equals(Index.ZERO) ? from.next() : from;
        Reads.retrying(
                connection, connection.settings().limits().read(), "the journal can't be read", (zk, deadline) -> {
                    while (entries.size() < max && window(zk, deadline, first, max, entries)) {
                        // each window goes on where the last one ended
                    }
                    return entries;
                });
        return List.copyOf(entries);
    }

    /** Reads some more; false at the end. Small at first, as a follower is mostly one entry behind. */
    private boolean window(ZooKeeper zk, Deadline deadline, Index from, int max, List<Entry> entries)
            throws KeeperException, InterruptedException {
        int most = Math.min(connection.settings().readWindow(), Math.max(FIRST_WINDOW, 2 * entries.size()));
        long first = from.value() + entries.size();
        int size = Math.min(most, max - entries.size());
        List<Answer> answers = LongStream.range(first, first + size)
                .mapToObj(i -> Answer.ask(zk, connection.paths().entry(new Index(i))))
                .toList();
        for (Answer answer : answers) {
            Optional<byte[]> wire = answer.get(deadline);
            if (wire.isEmpty()) {
                return false;
            }
            try {
                entries.add(decode(new Index(from.value() + entries.size()), wire.get()));
            } catch (UnknownFormatException e) {
                return endBefore(e, entries);
            }
        }
        return true;
    }

    /** What comes before an entry of a later version is read: it says, somewhere, that later ones are to be expected. */
    private static boolean endBefore(UnknownFormatException unknown, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new JournalException(
                    unknown.getMessage() + ": an upgrade was finalised; install the newer version again", unknown);
        }
        return false;
    }

    private static Entry decode(Index index, byte[] wire) {
        try {
            Entry entry = EntryCodec.decode(wire);
            if (!entry.index().equals(index)) {
                throw new JournalException("at place " + index + " of the journal lies entry " + entry.index());
            }
            return entry;
        } catch (UnknownFormatException e) {
            throw e;
        } catch (JsonException e) {
            throw new JournalException("entry " + index + " of the journal is damaged: " + e.getMessage(), e);
        }
    }
}
