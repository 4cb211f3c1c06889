package io.edog.cluster.internal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class ZkMembersTest extends MembersOverLines {
    private Nodes nodes;
    private Voter voter;

    @BeforeEach
    void start(Voter running) {
        voter = running;
        nodes = new Nodes(voter);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    @Override
    Line line() {
        return nodes.line(voter);
    }

    @Override
    Connection connect(String node, Line line) {
        return nodes.connect(node, line);
    }

    @Override
    void keep(AutoCloseable closeable) {
        nodes.keep(closeable);
    }
}
