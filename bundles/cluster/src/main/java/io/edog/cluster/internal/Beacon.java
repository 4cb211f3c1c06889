package io.edog.cluster.internal;

import io.edog.api.journal.JournalException;
import io.edog.api.journal.Subscription;
import io.edog.api.json.Json;
import io.edog.api.member.Member;
import java.util.Optional;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows this manager to the others: its newest word, and an ephemeral node of the present session. Repeats it until it is there. */
final class Beacon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beacon.class);

    private final Connection connection;
    private final Worker thread;
    private final Wakeup step;
    private final Subscription states;
    private final Cell cell;
    private final String live;
    private Optional<Member> word = Optional.empty();
    private boolean shown;
    private boolean retryWaits;

    Beacon(Connection connection, Worker thread) {
        this.connection = connection;
        this.thread = thread;
        this.cell = new Cell(
                connection, connection.paths().member(connection.settings().node()));
        this.live = connection.paths().live(connection.settings().node());
        this.step = new Wakeup(thread, this::step);
        this.states = connection.onState(this::changed);
    }

    void show(Member self) {
        synchronized (this) {
            word = Optional.of(self);
            shown = false;
        }
        step.fire();
    }

    private void changed(ConnectionState state) {
        if (state.isConnected()) {
            step.fire();
        }
    }

    private void step() {
        Optional<Member> unsaid = unsaid();
        if (!known() || !connection.connected()) {
            return;
        }
        try {
            light(connection.session());
            unsaid.ifPresent(this::say);
        } catch (KeeperException | JournalException e) {
            LOG.debug("{} could not be shown to the others, it is tried again", live, e);
            later();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean known() {
        return word.isPresent();
    }

    private synchronized Optional<Member> unsaid() {
        retryWaits = false;
        return shown ? Optional.empty() : word;
    }

    private void say(Member self) {
        byte[] wire = Payload.pack(Json.write(self), "what manager " + self.node() + " tells of itself");
        cell.put(wire, Optional.empty());
        said(self);
    }

    private synchronized void said(Member self) {
        shown = word.filter(self::equals).isPresent();
    }

    /** The node of an earlier session would go out with it, some time from now. */
    private void light(ZooKeeper zk) throws KeeperException, InterruptedException {
        Stat there = zk.exists(live, false);
        if (there != null && there.getEphemeralOwner() == zk.getSessionId()) {
            return;
        }
        if (there != null) {
            putOut(zk);
        } else {
            Layout.ensure(zk, connection.settings());
        }
        zk.create(live, new byte[0], connection.settings().access().acl(), CreateMode.EPHEMERAL);
    }

    private void putOut(ZooKeeper zk) throws KeeperException, InterruptedException {
        try {
            zk.delete(live, -1);
        } catch (NoNodeException e) {
            LOG.debug("{} went out by itself", live);
        }
    }

    private synchronized void later() {
        if (!retryWaits) {
            retryWaits = true;
            thread.after(connection.settings().backoffMost(), step::fire);
        }
    }

    /** Puts the light out, if ZooKeeper is there; else the end of the session does. */
    @Override
    public void close() {
        states.close();
        step.close();
        try {
            ZooKeeper zk = connection.session();
            if (known() && connection.connected()) {
                putOut(zk);
            }
        } catch (KeeperException e) {
            LOG.debug("{} stays until the end of the session", live, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
