package io.edog.cluster.internal;

import io.edog.api.journal.JournalException;
import java.time.Duration;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;

/** Calls that may be repeated without harm, repeated until they are answered or their time is up. */
final class Reads {
    /** Such a call. */
    @FunctionalInterface
    interface Call<T> {
        T on(ZooKeeper zk, Deadline deadline) throws KeeperException, InterruptedException;
    }

    private Reads() {}

    /**
     * Repeats a call while the connection fails.
     *
     * @param failure what to say when it can't be done, as the beginning of a sentence
     */
    static <T> T retrying(Connection connection, Duration limit, String failure, Call<T> call) {
        Retry retry = new Retry(connection, limit);
        try {
            KeeperException last;
            do {
                try {
                    return call.on(connection.session(), retry.deadline());
                } catch (KeeperException e) {
                    last = e;
                }
            } while (retry.again());
            String why = connection.trouble().orElse(Faults.say(last));
            throw new JournalException(failure + " (tried for " + retry.limit() + "): " + why, last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException(failure + ": interrupted", e);
        }
    }
}
