package io.edog.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Reads the journal in ZooKeeper itself, sharing no code with edog: an entry is a header line and the change set's bytes, and
 * its hash is SHA-256 over format, index, epoch, previous hash and those bytes.
 */
public final class RawJournal implements AutoCloseable {
    private static final String TRIMMED = "/edog/trimmed";
    private static final int SESSION_MS = 10_000;
    private static final int CONNECT_LIMIT_S = 20;

    private final ZooKeeper zk;

    /**
     * Connects.
     *
     * @param secret what members show, {@code edog:…}; empty when nobody asks for it
     */
    public RawJournal(String connect, ZKClientConfig config, Optional<String> secret)
            throws IOException, InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        zk = new ZooKeeper(
                connect,
                SESSION_MS,
                event -> {
                    if (event.getState() == KeeperState.SyncConnected) {
                        connected.countDown();
                    }
                },
                config);
        secret.ifPresent(s -> zk.addAuthInfo("digest", s.getBytes(StandardCharsets.UTF_8)));
        if (!connected.await(CONNECT_LIMIT_S, TimeUnit.SECONDS)) {
            zk.close();
            throw new IOException("ZooKeeper at " + connect + " does not answer");
        }
    }

    /** The first index whose entry is not trimmed. */
    public long first() throws KeeperException, InterruptedException, IOException {
        try {
            byte[] mark = zk.getData(TRIMMED, false, null);
            return 1 + Rest.JSON.readTree(mark).path("upTo").asLong();
        } catch (NoNodeException e) {
            return 1;
        }
    }

    /** All entries from an index on, to the first that is not there. */
    public List<RawEntry> from(long first) throws KeeperException, InterruptedException, IOException {
        List<RawEntry> entries = new ArrayList<>();
        Optional<RawEntry> entry = at(first);
        while (entry.isPresent()) {
            entries.add(entry.get());
            entry = at(first + entries.size());
        }
        return entries;
    }

    /** Whether there is an entry at an index: not yet, or trimmed, otherwise. */
    public boolean holds(long index) throws KeeperException, InterruptedException {
        return zk.exists(path(index), false) != null;
    }

    private Optional<RawEntry> at(long index) throws KeeperException, InterruptedException, IOException {
        try {
            return Optional.of(parse(new String(zk.getData(path(index), false, null), StandardCharsets.UTF_8)));
        } catch (NoNodeException e) {
            return Optional.empty();
        }
    }

    private static RawEntry parse(String wire) throws IOException {
        int newline = wire.indexOf('\n');
        JsonNode header = Rest.JSON.readTree(wire.substring(0, newline));
        String set = wire.substring(newline + 1);
        long index = header.path("index").asLong();
        long epoch = header.path("epoch").asLong();
        String previous = header.path("previous").asText();
        String computed =
                sha256(header.path("format").asInt() + "\n" + index + "\n" + epoch + "\n" + previous + "\n" + set);
        List<String> outcomes = new ArrayList<>();
        Rest.JSON
                .readTree(set)
                .path("outcomes")
                .forEach(outcome -> outcomes.add(outcome.path("id").asText()));
        return new RawEntry(index, epoch, previous, header.path("hash").asText(), computed, List.copyOf(outcomes));
    }

    private static String path(long index) {
        return String.format(Locale.ROOT, "/edog/log/%019d", index);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            zk.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
