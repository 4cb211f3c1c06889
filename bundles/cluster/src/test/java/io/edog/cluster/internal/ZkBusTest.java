package io.edog.cluster.internal;

import io.edog.api.bus.HostBus;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.testkit.bus.BusContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class ZkBusTest implements BusContract {
    private Nodes nodes;
    private Connection one;
    private ZkManagerBus manager;
    private ZkHostBus host;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        one = nodes.connect("one");
        manager = new ZkManagerBus(one);
        nodes.keep(manager::close);
        host = new ZkHostBus(nodes.connect("two"));
        nodes.keep(host::close);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
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
