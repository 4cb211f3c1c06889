package io.edog.cluster.internal;

import io.edog.api.journal.Subscription;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has this node's connection follow the voters as they come and go, so that no configuration need be changed for it. */
@Component(service = VoterWatch.class, immediate = true)
public final class VoterWatch implements Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(VoterWatch.class);

    private final Connection connection;
    private final Worker thread = new Worker("edog-voters");
    private final Wakeup look = new Wakeup(thread, this::look);
    private final Subscription states;

    @Activate
    public VoterWatch(@Reference Connection connection) {
        this.connection = connection;
        this.states = connection.onState(state -> look.fire());
        look.fire();
    }

    @Override
    public void process(WatchedEvent event) {
        if (event.getType() != Event.EventType.None) {
            look.fire();
        }
    }

    private void look() {
        Settings settings = connection.settings();
        if (!settings.managed() || !connection.connected()) {
            return;
        }
        try {
            ZooKeeper zk = connection.session();
            VoterSet now = VoterSet.of(zk.getConfig(this, new Stat()));
            if (!now.voters().isEmpty()) {
                connection.follow(now.connect(VoterNotes.read(zk, settings.paths()), settings.connect()));
            }
        } catch (KeeperException | IllegalArgumentException e) {
            LOG.debug("the voters could not be read, it is tried again", e);
            thread.after(settings.backoffMost(), look::fire);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    public void close() {
        states.close();
        look.close();
        thread.close();
    }
}
