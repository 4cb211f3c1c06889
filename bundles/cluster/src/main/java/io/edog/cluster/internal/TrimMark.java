package io.edog.cluster.internal;

import io.edog.api.journal.Index;
import io.edog.api.json.Json;
import java.nio.charset.StandardCharsets;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Up to where the journal is trimmed.
 *
 * @param upTo at or below it, an absent entry says nothing
 * @param swept up to where entries are deleted for sure: behind it, a trim that was cut short may have left some
 */
record TrimMark(long upTo, long swept) {
    /** A mark with the version of its node. */
    record Versioned(TrimMark mark, int version) {}

    private static final TrimMark NONE = new TrimMark(0, 0);

    static TrimMark of(byte[] data) {
        return data.length == 0 ? NONE : Json.read(new String(data, StandardCharsets.UTF_8), TrimMark.class);
    }

    static Versioned read(ZooKeeper zk, Paths paths) throws KeeperException, InterruptedException {
        Stat stat = new Stat();
        try {
            return new Versioned(of(zk.getData(paths.trimmed(), false, stat)), stat.getVersion());
        } catch (NoNodeException e) {
            return new Versioned(NONE, 0);
        }
    }

    boolean covers(Index index) {
        return index.value() <= upTo;
    }

    byte[] wire() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }
}
