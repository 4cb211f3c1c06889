package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import io.edog.testkit.journal.JournalContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class ZkJournalTest implements JournalContract {
    private Nodes nodes;
    private Connection one;
    private ZkJournal here;
    private ZkJournal there;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        one = nodes.connect("one");
        here = nodes.journal(one);
        there = nodes.journal(nodes.connect("two"));
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    @Override
    public Journal journal() {
        return here;
    }

    @Override
    public Journal elsewhere() {
        return there;
    }

    @Override
    public Epoch newEpoch() {
        return Nodes.newEpoch(one);
    }
}
