package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.testkit.journal.Entries;
import java.nio.charset.StandardCharsets;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who does not know the secret reads nothing and writes nothing. */
@ExtendWith(SharedVoter.class)
class StrangerTest {
    private Nodes nodes;
    private Connection member;
    private ZooKeeper stranger;

    @BeforeEach
    void start(Voter voter) throws Exception {
        nodes = new Nodes(voter);
        member = nodes.connect("one");
        nodes.journal(member).append(Entries.at(1, Nodes.newEpoch(member)));
        stranger = nodes.keep(new ZooKeeper(voter.connect(), 1500, event -> {}));
        await().until(() -> stranger.getState() == ZooKeeper.States.CONNECTED);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    @Test
    void whoSaysNothingIsPutOut() {
        assertThatThrownBy(() -> stranger.getData("/zookeeper/config", false, null))
                .isInstanceOf(KeeperException.class);
        assertThatThrownBy(() -> stranger.create("/mine", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT))
                .isInstanceOf(KeeperException.class);
    }

    @Test
    void whoGuessesSeesAndDoesNothing() {
        stranger.addAuthInfo("digest", "edog:guessed".getBytes(StandardCharsets.UTF_8));
        String epoch = member.paths().epoch();
        refused(() -> stranger.getChildren("/", false));
        refused(() -> stranger.getData("/zookeeper/config", false, null));
        refused(() -> stranger.getData(epoch, false, null));
        refused(() -> stranger.setData(epoch, new byte[0], -1));
        refused(() -> stranger.create("/mine", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
        refused(() -> stranger.delete(member.paths().trimmed(), -1));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(KeeperException.NoAuthException.class);
    }

    @Test
    void theSecretIsInNoMessage() {
        assertThat(member.settings().toString()).doesNotContain("of-the-tests");
    }
}
