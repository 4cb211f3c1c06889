package io.edog.cluster.internal;

import io.edog.api.member.Members;
import io.edog.testkit.member.MembersContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class ZkMembersTest implements MembersContract {
    private final Map<Members, Line> lines = new HashMap<>();
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
    public Members at(String node) {
        Line line = nodes.line(voter);
        ZkMembers members = new ZkMembers(nodes.connect(node, line));
        nodes.keep(members::close);
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
