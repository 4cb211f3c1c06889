package io.edog.cluster.internal;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Appended.Deposed;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Appended.Unknown;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Journal;
import io.edog.api.json.EntryCodec;
import io.edog.api.json.JsonException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooKeeper;

/**
 * Appends an entry: {@code multi{check(/epoch), create(/log/<index>)}}. Whatever is answered but a plain yes is settled by reading the
 * index back, in the same session, where ZooKeeper's order of requests makes the answer current. A retry repeats the very same
 * multi, which is harmless: the index is free or taken, and the change set's id says by whom.
 */
final class Appender {
    private final Connection connection;

    Appender(Connection connection) {
        this.connection = connection;
    }

    Appended append(Entry entry) {
        byte[] wire = EntryCodec.encode(entry);
        if (wire.length > Journal.MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("journal entry " + entry.index() + " has " + wire.length
                    + " bytes, at most " + Journal.MAX_ENTRY_BYTES + " are allowed");
        }
        // -1 would match any version, and nobody ever led in epoch 0
        if (entry.epoch().value() < 1) {
            return new Deposed("no leader has epoch " + entry.epoch());
        }
        try {
            return new Attempt(entry, wire).untilSettled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown("the append was interrupted");
        }
    }

    /** One append with all its retries. */
    private final class Attempt {
        private final Entry entry;
        private final byte[] wire;
        private final String path;
        private final List<Op> multi;
        private String trouble = "";
        /** Something was sent whose fate is not yet read back; nothing is sent again before. */
        private boolean readBack;

        Attempt(Entry entry, byte[] wire) {
            this.entry = entry;
            this.wire = wire;
            this.path = connection.paths().entry(entry.index());
            this.multi = List.of(
                    EpochRegister.check(connection.paths(), entry.epoch()),
                    Op.create(path, wire, connection.settings().access().acl(), CreateMode.PERSISTENT));
        }

        Appended untilSettled() throws InterruptedException {
            Retry retry = new Retry(connection, connection.settings().limits().append());
            do {
                Optional<Appended> settled = once(connection.session());
                if (settled.isPresent()) {
                    return settled.get();
                }
            } while (retry.again());
            return new Unknown("entry " + entry.index() + " was not settled within " + retry.limit() + ": " + trouble);
        }

        private Optional<Appended> once(ZooKeeper zk) throws InterruptedException {
            if (readBack) {
                // perhaps another session than the one that refused: its refusal proves nothing here
                Optional<Appended> settled = settle(zk, KeeperException.Code.CONNECTIONLOSS);
                return settled.isPresent() || readBack ? settled : write(zk);
            }
            return write(zk);
        }

        private Optional<Appended> write(ZooKeeper zk) throws InterruptedException {
            try {
                zk.multi(multi);
                return Optional.of(new Done(entry.index()));
            } catch (KeeperException e) {
                trouble = Faults.say(e);
                return settle(zk, e.code());
            }
        }

        private Optional<Appended> settle(ZooKeeper zk, KeeperException.Code refusal) throws InterruptedException {
            readBack = true;
            try {
                return Optional.of(compare(zk.getData(path, false, null)));
            } catch (NoNodeException e) {
                return absent(zk, refusal);
            } catch (KeeperException e) {
                trouble = Faults.say(e);
                return Optional.empty();
            }
        }

        private Appended compare(byte[] there) {
            if (Arrays.equals(wire, there)) {
                return new Done(entry.index());
            }
            try {
                Entry other = EntryCodec.decode(there);
                return other.set().id().equals(entry.set().id())
                        ? new Done(entry.index())
                        : new Deposed("index " + entry.index() + " was taken in epoch " + other.epoch());
            } catch (JsonException e) {
                return new Unknown("index " + entry.index() + " can't be read back: " + e.getMessage());
            }
        }

        private Optional<Appended> absent(ZooKeeper zk, KeeperException.Code refusal) throws InterruptedException {
            try {
                if (TrimMark.read(zk, connection.paths()).mark().covers(entry.index())) {
                    return Optional.of(new Unknown("index " + entry.index() + " is trimmed already"));
                }
            } catch (KeeperException e) {
                trouble = Faults.say(e);
                return Optional.empty();
            }
            readBack = false;
            return switch (refusal) {
                // the refusal is an answer to a write: what this session reads after it is not older
                case BADVERSION -> Optional.of(new Deposed("epoch " + entry.epoch() + " is over"));
                case NONODE -> Optional.of(new Deposed(trouble));
                default -> Optional.empty();
            };
        }
    }
}
