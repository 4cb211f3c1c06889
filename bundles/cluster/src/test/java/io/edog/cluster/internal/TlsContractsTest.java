package io.edog.cluster.internal;

import io.edog.api.bus.HostBus;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import io.edog.testkit.bus.BusContract;
import io.edog.testkit.journal.JournalContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every contract once more: three voters, with keys. */
@Tag("slow")
@ExtendWith(SharedTlsVoters.class)
class TlsContractsTest {
    private TlsVoters voters;

    @BeforeEach
    void start(TlsVoters running) {
        voters = running;
    }

    @AfterEach
    void stop() throws Exception {
        voters.closeNodes();
    }

    /** To one voter after the other. */
    private Line anotherLine(int before) {
        Line line = new Line(voters.voter(1 + before).clientPort());
        return voters.keep(line, line);
    }

    @Nested
    class OfTheJournal implements JournalContract {
        private Connection one;
        private ZkJournal here;
        private ZkJournal there;

        @BeforeEach
        void connect() {
            one = voters.node("one");
            here = new ZkJournal(one);
            voters.keep(here, here::close);
            there = new ZkJournal(voters.node("two"));
            voters.keep(there, there::close);
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

    @Nested
    class OfTheBus implements BusContract {
        private Connection one;
        private ZkManagerBus manager;
        private ZkHostBus host;

        @BeforeEach
        void connect() {
            one = voters.node("one");
            manager = new ZkManagerBus(one);
            voters.keep(manager, manager::close);
            host = new ZkHostBus(voters.node("two"));
            voters.keep(host, host::close);
        }

        @Override
        public ManagerBus manager() {
            return manager;
        }

        @Override
        public HostBus host() {
            return host;
        }

        @Override
        public Epoch newEpoch() {
            return Nodes.newEpoch(one);
        }
    }

    @Nested
    class OfLeadership extends LeadershipOverLines {
        @Override
        Line line() {
            return anotherLine(lines.size());
        }

        @Override
        Connection connect(String node, Line line) {
            return voters.node(node, line.connect(), Map.of());
        }

        @Override
        void keep(AutoCloseable closeable) {
            voters.keep(closeable, closeable);
        }
    }

    @Nested
    class OfTheMembers extends MembersOverLines {
        @Override
        Line line() {
            return anotherLine(lines.size());
        }

        @Override
        Connection connect(String node, Line line) {
            return voters.node(node, line.connect(), Map.of());
        }

        @Override
        void keep(AutoCloseable closeable) {
            voters.keep(closeable, closeable);
        }
    }
}
