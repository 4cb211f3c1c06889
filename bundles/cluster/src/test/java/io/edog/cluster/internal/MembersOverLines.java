package io.edog.cluster.internal;

import io.edog.api.member.Members;
import io.edog.testkit.member.MembersContract;
import java.util.HashMap;
import java.util.Map;

/** The contract of the members on real ZooKeeper: each node is behind a line of its own. */
abstract class MembersOverLines implements MembersContract {
    final Map<Members, Line> lines = new HashMap<>();

    /** One more line to ZooKeeper, closed after the test. */
    abstract Line line();

    /** A node at the end of a line, closed after the test. */
    abstract Connection connect(String node, Line line);

    /** Closed after the test, before its node. */
    abstract void keep(AutoCloseable closeable);

    @Override
    public Members at(String node) {
        Line line = line();
        ZkMembers members = new ZkMembers(connect(node, line));
        keep(members::close);
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
