package io.edog.cluster.internal;

import io.edog.api.bus.HostBus;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.member.Members;
import io.edog.testkit.bus.BusContract;
import io.edog.testkit.journal.JournalContract;
import io.edog.testkit.journal.LeadershipContract;
import io.edog.testkit.member.MembersContract;
import java.util.HashMap;
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

    /** A node behind a line of its own, to one of the voters. */
    private Connection behind(String node, Line line) {
        voters.keep(line, line);
        return voters.node(node, line.connect(), Map.of());
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
    class OfLeadership implements LeadershipContract {
        private final Map<Leadership, Line> lines = new HashMap<>();

        @Override
        public Leadership join(String node) {
            Line line = new Line(voters.voter(1 + lines.size()).clientPort());
            ZkLeadership leadership = new ZkLeadership(behind(node, line));
            voters.keep(leadership, leadership::close);
            lines.put(leadership, line);
            return leadership;
        }

        @Override
        public void leave(Leadership leadership) {
            ((ZkLeadership) leadership).close();
        }

        @Override
        public void cut(Leadership leadership) {
            lines.get(leadership).cut();
        }

        @Override
        public void heal(Leadership leadership) {
            lines.get(leadership).heal();
        }
    }

    @Nested
    class OfTheMembers implements MembersContract {
        private final Map<Members, Line> lines = new HashMap<>();

        @Override
        public Members at(String node) {
            Line line = new Line(voters.voter(1 + lines.size()).clientPort());
            ZkMembers members = new ZkMembers(behind(node, line));
            voters.keep(members, members::close);
            lines.put(members, line);
            return members;
        }

        @Override
        public void leave(Members members) {
            ((ZkMembers) members).close();
        }

        @Override
        public void cut(Members members) {
            lines.get(members).cut();
        }

        @Override
        public void heal(Members members) {
            lines.get(members).heal();
        }
    }
}
