package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Leadership;
import io.edog.api.journal.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.curator.framework.state.ConnectionState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leadership on ZooKeeper: Curator elects, the epoch decides. A delayed component, which stands for election only while someone
 * uses the service: a node without a manager never leads.
 */
@Component(service = Leadership.class)
public final class ZkLeadership implements Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(ZkLeadership.class);

    private final Connection connection;
    private final Tenure tenure = new Tenure();
    private final Worker worker = new Worker("edog-leadership");
    private final Worker notifier = new Worker("edog-leadership-events");
    private final Set<Wakeup> listeners = ConcurrentHashMap.newKeySet();
    private final TroubleLog troubles;
    private final Campaign campaign;
    private final Subscription states;
    private volatile Outlook outlook = Outlook.NONE;

    @Activate
    public ZkLeadership(@Reference Connection connection) {
        this.connection = connection;
        this.troubles = new TroubleLog(connection.settings().sessionTimeout());
        this.campaign = new Campaign(connection, tenure, worker, this::publish);
        this.states = connection.onState(this::stateChanged);
        campaign.start();
    }

    private void stateChanged(ConnectionState state) {
        if (!state.isConnected()) {
            tenure.suspend()
                    .ifPresent(epoch -> LOG.warn(
                            "{} leads no more, epoch {}: connection {}",
                            connection.settings().node(),
                            epoch,
                            state));
        }
        campaign.goOn();
    }

    @Override
    public String node() {
        return connection.settings().node();
    }

    @Override
    public Optional<Epoch> epoch() {
        return tenure.epoch(connection.session());
    }

    @Override
    public Optional<String> leader() {
        return outlook.leader();
    }

    @Override
    public List<String> members() {
        return outlook.members();
    }

    @Override
    public Optional<String> trouble() {
        return outlook.trouble();
    }

    @Override
    public void renounce(Epoch epoch) {
        if (tenure.renounce(epoch)) {
            LOG.warn("{} gives epoch {} up and stands again", node(), epoch);
            campaign.anew();
        }
    }

    @Override
    public boolean handOver() {
        Optional<Epoch> epoch = epoch().filter(mine -> members().size() > 1);
        epoch.ifPresent(this::renounce);
        return epoch.isPresent();
    }

    @Override
    public void willing(boolean willing) {
        if (campaign.willing(willing)) {
            LOG.info("{} {} for election", node(), willing ? "stands again" : "does not stand");
        }
        if (!willing) {
            tenure.end().ifPresent(epoch -> LOG.info("{} gives epoch {} up", node(), epoch));
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

    private void publish(Outlook now) {
        troubles.saw(now.trouble());
        Outlook before = outlook;
        if (now.equals(before)) {
            return;
        }
        outlook = now;
        if (!now.leader().equals(before.leader())) {
            now.leader()
                    .filter(leader -> !leader.equals(node()))
                    .ifPresent(leader -> LOG.info("{} leads; members {}", leader, now.members()));
        }
        listeners.forEach(Wakeup::fire);
    }

    /** Gives the leadership away first, so that nobody need wait for the session to time out. */
    @Deactivate
    public void close() {
        states.close();
        tenure.end().ifPresent(epoch -> LOG.info("{} hands epoch {} over", node(), epoch));
        campaign.close();
        notifier.close();
    }
}
