package io.edog.cluster.internal;

import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

/**
 * Tells of entries as they come: it looks whether the next one is there, and if not, has ZooKeeper watch for it. It looks again
 * after each reconnection, since a new session has no watches and the mark may have passed.
 */
final class LogWatch implements Watcher, Subscription {
    private final Connection connection;
    private final Worker thread;
    private final Wakeup wakeup;
    private final Subscription states;
    private long next;
    private boolean markKnown;
    private boolean retryWaits;
    private boolean closed;

    LogWatch(Connection connection, Worker thread, Index applied, Runnable wake) {
        this.connection = connection;
        this.thread = thread;
        this.wakeup = new Wakeup(thread, wake);
        this.next = applied.next().value();
        this.states = connection.onState(this::stateChanged);
    }

    LogWatch start() {
        look();
        return this;
    }

    private void stateChanged(ConnectionState state) {
        if (state.isConnected()) {
            synchronized (this) {
                markKnown = false;
            }
            look();
        }
    }

    @Override
    public void process(WatchedEvent event) {
        if (event.getType() != Event.EventType.None) {
            look();
        }
    }

    /** Without a watch at first: on an entry that is there, it would stay until the entry is trimmed. */
    private synchronized void look() {
        if (!closed) {
            ask(next, false);
        }
    }

    private void ask(long index, boolean watched) {
        ZooKeeper zk = connection.session();
        String path = connection.paths().entry(new Index(index));
        zk.exists(path, watched ? this : null, (rc, p, c, stat) -> answered(index, watched, Code.get(rc)), null);
    }

    private synchronized void answered(long index, boolean watched, Code code) {
        if (closed || index != next) {
            return;
        }
        switch (code) {
            case OK -> advance(index + 1);
            case NONODE -> absent(index, watched);
            default -> lookLater();
        }
    }

    private void advance(long to) {
        next = to;
        wakeup.fire();
        look();
    }

    private void absent(long index, boolean watched) {
        if (!watched) {
            ask(index, true);
        } else if (!markKnown) {
            connection
                    .session()
                    .getData(
                            connection.paths().trimmed(),
                            false,
                            (rc, p, c, data, stat) -> marked(Code.get(rc), data),
                            null);
        }
    }

    private synchronized void marked(Code code, byte[] data) {
        if (closed) {
            return;
        }
        switch (code) {
            case OK -> {
                markKnown = true;
                long upTo = TrimMark.of(data).upTo();
                if (next <= upTo) {
                    advance(upTo + 1);
                }
            }
            case NONODE -> markKnown = true;
            default -> lookLater();
        }
    }

    private synchronized void lookLater() {
        if (!retryWaits) {
            retryWaits = true;
            thread.after(connection.settings().backoffMost(), this::lookAgain);
        }
    }

    private void lookAgain() {
        synchronized (this) {
            retryWaits = false;
        }
        look();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        states.close();
        wakeup.close();
    }
}
