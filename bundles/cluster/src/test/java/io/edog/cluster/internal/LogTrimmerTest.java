package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.testkit.journal.Entries;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class LogTrimmerTest {
    private Nodes nodes;
    private Connection connection;
    private ZkJournal journal;
    private Epoch epoch;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        connection = nodes.connect("one");
        journal = nodes.journal(connection);
        epoch = Nodes.newEpoch(connection);
        for (long index = 1; index <= 600; index++) {
            assertThat(journal.append(Entries.at(index, epoch))).isInstanceOf(Done.class);
        }
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    private TrimMark.Versioned mark() throws Exception {
        return TrimMark.read(connection.session(), connection.paths());
    }

    private int left() throws Exception {
        return connection.session().getChildren(connection.paths().log(), false).size();
    }

    @Test
    void severalBatchesAreSwept() throws Exception {
        assertThat(journal.trim(epoch, new Index(590))).isTrue();
        assertThat(mark().mark()).isEqualTo(new TrimMark(590, 590));
        assertThat(left()).isEqualTo(10);
    }

    @Test
    void whatWasCutShortGoesOnWhereItEnded() throws Exception {
        ZooKeeper zk = connection.session();
        String stubborn = connection.paths().entry(new Index(400));
        String below = zk.create(stubborn + "/x", new byte[0], zk.getACL(stubborn, null), CreateMode.PERSISTENT);
        assertThat(journal.trim(epoch, new Index(590))).isTrue();
        assertThat(mark().mark()).isEqualTo(new TrimMark(590, 256));
        zk.delete(below, -1);
        assertThat(journal.trim(epoch, new Index(590))).isTrue();
        assertThat(mark().mark()).isEqualTo(new TrimMark(590, 590));
        assertThat(left()).isEqualTo(10);
    }

    @Test
    void whatATrimLeftBehindIsSweptByTheNext() throws Exception {
        ZooKeeper zk = connection.session();
        zk.setData(connection.paths().trimmed(), new TrimMark(300, 100).wire(), mark().version());
        assertThat(journal.trim(epoch, new Index(200))).isTrue();
        assertThat(left()).isEqualTo(400);
        assertThat(mark().mark()).isEqualTo(new TrimMark(300, 300));
    }
}
