package io.edog.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.testkit.store.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real voter begins with the seed, as it does at a node: a quorum server that would not begin with nothing. */
class VoterSeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final VoterSeed SEED = new VoterSeed(4711, 10_000, Samples.AT, Optional.of("0123abc"));

    @TempDir
    private Path directory;

    private final QuorumPeerMain voter = new QuorumPeerMain();
    private int port;
    private Thread thread = new Thread(() -> {});

    @BeforeEach
    void start() throws Exception {
        SEED.write(directory.resolve("data"));
        Files.writeString(directory.resolve("data").resolve("myid"), "1");
        port = freePort();
        Path config = Files.writeString(
                directory.resolve("zoo.cfg"),
                String.join(
                        "\n",
                        "dataDir=" + directory.resolve("data"),
                        "tickTime=250",
                        "initLimit=80",
                        "syncLimit=4",
                        "standaloneEnabled=false",
                        "reconfigEnabled=true",
                        "admin.enableServer=false",
                        "server.1=127.0.0.1:" + freePort() + ":" + freePort() + ":participant;127.0.0.1:" + port));
        System.setProperty("zookeeper.db.autocreate", "false");
        QuorumPeerConfig parsed = new QuorumPeerConfig();
        parsed.parse(config.toString());
        thread = new Thread(() -> run(parsed), "voter");
        thread.start();
    }

    private void run(QuorumPeerConfig config) {
        try {
            voter.runFromConfig(config);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        voter.close();
        thread.join(PATIENCE.toMillis());
        System.clearProperty("zookeeper.db.autocreate");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ZooKeeper connect() throws IOException {
        ZooKeeper zk = new ZooKeeper("127.0.0.1:" + port, 5_000, event -> {});
        await().atMost(PATIENCE).until(() -> zk.getState().isConnected());
        return zk;
    }

    @Test
    void theJournalGoesOnAfterTheIndexUnderAHigherEpoch() throws Exception {
        try (ZooKeeper zk = connect()) {
            zk.addAuthInfo("digest", "edog:0123abc".getBytes(StandardCharsets.UTF_8));
            Stat epoch = zk.exists("/edog/epoch", false);
            assertThat(epoch.getVersion()).isEqualTo(10_000);
            assertThat(new String(zk.getData("/edog/trimmed", false, new Stat()), StandardCharsets.UTF_8))
                    .isEqualTo("{\"upTo\":4711,\"swept\":4711}");
            assertThat(zk.setData("/edog/epoch", new byte[0], 10_000).getVersion())
                    .isEqualTo(10_001);
            zk.multi(List.of(
                    Op.check("/edog/epoch", 10_001),
                    Op.create("/edog/log", new byte[0], epochAcl(zk), CreateMode.PERSISTENT)));
            assertThat(epoch.getCzxid() >>> 32).isEqualTo(10_000);
            assertThat(zk.exists("/edog/log", false).getCzxid() >>> 32).isGreaterThan(10_000);
            assertThat(new String(zk.getConfig(false, new Stat()), StandardCharsets.UTF_8))
                    .contains("server.1=127.0.0.1");
        }
    }

    private static List<ACL> epochAcl(ZooKeeper zk) throws Exception {
        return zk.getACL("/edog/epoch", new Stat());
    }

    @Test
    void aStrangerReadsNothingOfIt() throws Exception {
        try (ZooKeeper zk = connect()) {
            assertThatThrownBy(() -> zk.getData("/edog/trimmed", false, new Stat()))
                    .isInstanceOf(KeeperException.NoAuthException.class);
            assertThatThrownBy(
                            () -> zk.create("/edog/x", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT))
                    .isInstanceOf(KeeperException.NoAuthException.class);
        }
    }
}
