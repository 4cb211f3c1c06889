package io.edog.testkit.journal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Leadership;
import io.edog.api.journal.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Leadership in memory, as one node has it. It does not stand before it is told to. Thread-safe. */
public final class MemoryLeadership implements Leadership {
    private final MemoryEnsemble ensemble;
    private final MemoryElection election;
    private final String node;
    private final Executor executor;
    private final Set<Signal> listeners = ConcurrentHashMap.newKeySet();
    private Optional<Epoch> held = Optional.empty();
    private boolean connected = true;

    /**
     * A node's leadership.
     *
     * @param executor runs the call-backs
     */
    public MemoryLeadership(MemoryEnsemble ensemble, MemoryElection election, String node, Executor executor) {
        this.ensemble = ensemble;
        this.election = election;
        this.node = node;
        this.executor = executor;
    }

    /** Begins to stand, at the end of the queue. */
    public void stand() {
        election.enter(this);
    }

    /** Leaves the election. */
    public void leave() {
        lose();
        election.leave(this);
    }

    /** The connection is suspended; the node stays elected until {@link #expire}. */
    public void suspend() {
        synchronized (this) {
            connected = false;
        }
        tell();
    }

    /** The session is over: the next in turn is elected. */
    public void expire() {
        suspend();
        leave();
    }

    /** The connection is back; the node stands, and leads on in its epoch if nobody took a newer one. */
    public void resume() {
        synchronized (this) {
            connected = true;
        }
        stand();
        lookAround();
    }

    private synchronized void lose() {
        held = Optional.empty();
    }

    void lookAround() {
        boolean took = false;
        synchronized (this) {
            if (!election.elected(this)) {
                held = Optional.empty();
            } else if (connected && held.filter(ensemble::newest).isEmpty()) {
                held = Optional.of(ensemble.takeEpoch());
                took = true;
            }
        }
        tell();
        if (took) {
            election.changed();
        }
    }

    private void tell() {
        listeners.forEach(Signal::fire);
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public synchronized Optional<Epoch> epoch() {
        return connected ? held : Optional.empty();
    }

    @Override
    public Optional<String> leader() {
        return election.first().filter(first -> first.epoch().isPresent()).map(MemoryLeadership::node);
    }

    @Override
    public List<String> members() {
        return election.members();
    }

    @Override
    public Optional<String> trouble() {
        synchronized (this) {
            if (!connected) {
                return Optional.of("the connection is cut");
            }
        }
        return leader().isPresent() ? Optional.empty() : Optional.of("nobody leads");
    }

    @Override
    public void renounce(Epoch epoch) {
        synchronized (this) {
            if (!held.equals(Optional.of(epoch))) {
                return;
            }
            held = Optional.empty();
        }
        election.leave(this);
        stand();
    }

    @Override
    public boolean handOver() {
        Optional<Epoch> epoch = epoch().filter(mine -> members().size() > 1);
        epoch.ifPresent(this::renounce);
        return epoch.isPresent();
    }

    @Override
    public void willing(boolean willing) {
        if (willing) {
            stand();
        } else {
            leave();
        }
    }

    @Override
    public Subscription onChange(Runnable changed) {
        Signal signal = new Signal(executor, changed);
        listeners.add(signal);
        return () -> {
            listeners.remove(signal);
            signal.close();
        };
    }
}
