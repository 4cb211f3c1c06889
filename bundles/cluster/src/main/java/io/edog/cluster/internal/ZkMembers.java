package io.edog.cluster.internal;

import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import io.edog.api.member.Members;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.ZooKeeper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of managers on ZooKeeper: what each told lasts, that it lives is an ephemeral node beside it. */
@Component(service = Members.class)
public final class ZkMembers implements Members {
    private static final Logger LOG = LoggerFactory.getLogger(ZkMembers.class);

    private final Connection connection;
    private final Worker thread = new Worker("edog-members");
    private final Worker notifier = new Worker("edog-members-events");
    private final Set<Wakeup> listeners = ConcurrentHashMap.newKeySet();
    private final Roll roll;
    private final Beacon beacon;

    @Activate
    public ZkMembers(@Reference Connection connection) {
        this.connection = connection;
        this.roll = new Roll(connection, () -> listeners.forEach(Wakeup::fire));
        this.beacon = new Beacon(connection, thread);
        roll.start();
    }

    @Override
    public void tell(Member self) {
        beacon.show(self);
    }

    @Override
    public List<Member> all() {
        return roll.members();
    }

    @Override
    public void remove(String node) {
        String live = connection.paths().live(node);
        String member = connection.paths().member(node);
        boolean listed = Reads.retrying(
                connection,
                connection.settings().limits().bus(),
                "manager " + node + " can't be taken off the list",
                (zk, deadline) -> {
                    boolean lit = delete(zk, live);
                    return delete(zk, member) || lit;
                });
        LOG.info("manager {} {} the list of members", node, listed ? "was taken off" : "is not on");
    }

    private static boolean delete(ZooKeeper zk, String path) throws KeeperException, InterruptedException {
        try {
            zk.delete(path, -1);
            return true;
        } catch (NoNodeException e) {
            return false;
        }
    }

    @Override
    public Subscription onChange(Runnable changed) {
        Wakeup wakeup = new Wakeup(notifier, changed);
        listeners.add(wakeup);
        return () -> {
            listeners.remove(wakeup);
            wakeup.close();
        };
    }

    /** This manager stays on the list, and is not live any more. */
    @Deactivate
    public void close() {
        beacon.close();
        thread.close();
        roll.close();
        notifier.close();
    }
}
