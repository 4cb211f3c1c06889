package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Entry;
import io.edog.api.member.EnsembleException;
import io.edog.testkit.journal.Entries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ZooKeeper that others run, as it comes, with data of theirs: edog has a namespace in it, closed to strangers, and changes nothing else. */
class OthersEnsembleTest {
    private static final String THEIRS = "/theirs";

    @TempDir
    Path directory;

    private Process server;
    private ZooKeeper others;
    private Connection connection;

    @BeforeEach
    void start() throws Exception {
        int port = freePort();
        server = server(port);
        others = new ZooKeeper("127.0.0.1:" + port, 10_000, event -> {});
        await().until(() -> others.getState() == ZooKeeper.States.CONNECTED);
        others.create(THEIRS, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        Path secret = Files.writeString(directory.resolve("secret"), "of-the-tests");
        connection = connect("127.0.0.1:" + port, Map.of("managed", false, "secret", secret.toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process server(int port) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx64m",
                        "-Dzookeeper.admin.enableServer=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.zookeeper.server.ZooKeeperServerMain",
                        Integer.toString(port),
                        directory.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static Connection connect(String to, Map<String, Object> others) {
        Settings settings = Nodes.settings("one", to, "edog", others);
        return new Connection(settings, new Sessions(settings));
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        others.close();
        server.destroyForcibly().waitFor();
    }

    @Test
    void theJournalIsInItAndNobodyElseReadsIt() throws Exception {
        Entry entry = Entries.at(1, Nodes.newEpoch(connection));
        ZkJournal journal = new ZkJournal(connection);
        assertThat(journal.append(entry)).isInstanceOf(Appended.Done.class);
        assertThat(journal.read(entry.index(), 1)).containsExactly(entry);
        journal.close();
        assertThatThrownBy(() -> others.getData(connection.paths().entry(entry.index()), false, null))
                .isInstanceOf(KeeperException.NoAuthException.class);
    }

    @Test
    void whatIsTheirsStaysAsItWas() throws Exception {
        Nodes.newEpoch(connection);
        assertThat(others.getACL("/", null)).isEqualTo(Ids.OPEN_ACL_UNSAFE);
        others.create(THEIRS + "/more", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        assertThat(others.getChildren("/", false)).containsExactlyInAnyOrder("theirs", "edog", "zookeeper");
    }

    @Test
    void itsServersAreNotEdogsToChange() {
        ZkEnsemble ensemble = new ZkEnsemble(connection);
        assertThat(ensemble.managed()).isFalse();
        assertThatThrownBy(() -> ensemble.remove(1))
                .isInstanceOf(EnsembleException.class)
                .hasMessageContaining("is not managed by edog");
    }
}
