package io.edog.cluster.internal;

import io.edog.api.journal.Leadership;
import io.edog.testkit.journal.LeadershipContract;
import java.util.HashMap;
import java.util.Map;

/** The contract of leadership on real ZooKeeper: each node is behind a line of its own. */
abstract class LeadershipOverLines implements LeadershipContract {
    final Map<Leadership, Line> lines = new HashMap<>();

    /** One more line to ZooKeeper, closed after the test. */
    abstract Line line();

    /** A node at the end of a line, closed after the test. */
    abstract Connection connect(String node, Line line);

    /** Closed after the test, before its node. */
    abstract void keep(AutoCloseable closeable);

    @Override
    public Leadership join(String node) {
        Line line = line();
        ZkLeadership leadership = new ZkLeadership(connect(node, line));
        keep(leadership::close);
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
