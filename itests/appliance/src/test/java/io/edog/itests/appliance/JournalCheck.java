package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

/**
 * Looks at the journal in ZooKeeper itself and recomputes its hash chain, sharing no code with the product: an entry is a
 * header line and the change set's bytes, and its hash is SHA-256 over format, index, epoch, previous hash and those bytes.
 */
final class JournalCheck {
    private static final int SESSION_MS = 10_000;
    private static final int CONNECT_LIMIT_S = 20;

    private JournalCheck() {}

    /**
     * Verifies the chain from the first entry to the last one that is there.
     *
     * @return the hash of each entry by index
     */
    static Map<Long, String> verify(String connect) throws IOException, InterruptedException, KeeperException {
        CountDownLatch connected = new CountDownLatch(1);
        try (ZooKeeper zk = new ZooKeeper(connect, SESSION_MS, event -> {
            if (event.getState() == KeeperState.SyncConnected) {
                connected.countDown();
            }
        })) {
            assertThat(connected.await(CONNECT_LIMIT_S, TimeUnit.SECONDS))
                    .as("ZooKeeper answers")
                    .isTrue();
            return walk(zk);
        }
    }

    private static Map<Long, String> walk(ZooKeeper zk) throws KeeperException, InterruptedException, IOException {
        Map<Long, String> hashes = new TreeMap<>();
        String previous = "0".repeat(64);
        for (long index = 1; zk.exists(path(index), false) != null; index++) {
            String wire = new String(zk.getData(path(index), false, null), StandardCharsets.UTF_8);
            int newline = wire.indexOf('\n');
            JsonNode header = Rest.JSON.readTree(wire.substring(0, newline));
            assertThat(header.path("index").asLong()).isEqualTo(index);
            assertThat(header.path("previous").asText())
                    .as("predecessor of %s", index)
                    .isEqualTo(previous);
            String hash = sha256(header.path("format").asInt() + "\n" + index + "\n"
                    + header.path("epoch").asLong() + "\n" + previous + "\n" + wire.substring(newline + 1));
            assertThat(header.path("hash").asText()).as("hash of %s", index).isEqualTo(hash);
            hashes.put(index, hash);
            previous = hash;
        }
        return hashes;
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
}
