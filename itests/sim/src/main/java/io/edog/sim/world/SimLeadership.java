package io.edog.sim.world;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Leadership;
import io.edog.api.journal.Subscription;
import io.edog.cluster.internal.ClusterInside;
import io.edog.sim.kernel.Strand;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.curator.framework.state.ConnectionState;

/**
 * Leadership with the product's own rules for epochs, and an election by lot: who is elected gives liveness only, so anyone may be, at
 * any time, and learn of it late.
 */
final class SimLeadership implements Leadership {
    private static final long MILLI = 1_000_000;
    private static final long ANEW = 200 * MILLI;

    private final World world;
    private final Machine machine;
    private final ClusterInside inside;
    private final Strand campaign;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean elected;
    private boolean due = true;
    private boolean willing = true;

    SimLeadership(World world, Machine machine, ClusterInside inside) {
        this.world = world;
        this.machine = machine;
        this.inside = inside;
        this.campaign = machine.begin("campaign", this::campaign);
        machine.client().onState(this::stateChanged);
        machine.client().follow(ClusterInside.epochPath(), (path, data) -> reign(data));
        stand();
    }

    private void stateChanged(ConnectionState state) {
        if (!state.isConnected()) {
            inside.suspend();
        } else if (willing) {
            stand();
        }
        changed();
    }

    /** Takes a seat, which goes with the session; whoever does not know yet that his is over gets none. */
    private void stand() {
        if (machine.client().sessionLives()) {
            world.election.enter(this);
        }
    }

    @Override
    public void willing(boolean now) {
        if (now == willing) {
            return;
        }
        willing = now;
        if (willing) {
            stand();
        } else {
            epoch().ifPresent(inside::renounce);
            elected = false;
            world.election.leave(this);
        }
        changed();
    }

    private void reign(byte[] data) {
        inside.reign(data);
        changed();
    }

    /** The session with its seat is over, whether this node knows or not. */
    void sessionExpired() {
        world.election.leave(this);
    }

    /** It is this node's turn, or not any more; it knows some time later. */
    void learn() {
        long late = world.dice.skewed(MILLI / 2, 120 * MILLI);
        machine.deliver(world.scheduler.now() + late, () -> {
            elected = world.election.first().equals(Optional.of(this));
            changed();
        });
    }

    private void changed() {
        due = true;
        campaign.wake();
        listeners.forEach(Runnable::run);
    }

    private void campaign() {
        while (true) {
            while (!due) {
                campaign.await();
            }
            due = false;
            if (machine.client().connected()) {
                step();
            }
        }
    }

    private void step() {
        if (!elected) {
            inside.suspend();
        } else if (inside.lead().isPresent()) {
            campaign.sleepUntil(world.scheduler.now() + world.dice.between(10, 80) * MILLI);
            due = true;
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public String node() {
        return machine.name();
    }

    @Override
    public Optional<Epoch> epoch() {
        return inside.epoch();
    }

    @Override
    public Optional<String> leader() {
        return inside.leader().filter(name -> !name.equals(node()) || epoch().isPresent());
    }

    @Override
    public List<String> members() {
        return world.election.members();
    }

    @Override
    public Optional<String> trouble() {
        return machine.client().connected() ? Optional.empty() : Optional.of("no connection");
    }

    @Override
    public void renounce(Epoch epoch) {
        if (inside.renounce(epoch)) {
            elected = false;
            world.election.leave(this);
            machine.deliver(world.scheduler.now() + world.dice.between(MILLI, ANEW), this::again);
            changed();
        }
    }

    private void again() {
        if (willing && machine.client().connected()) {
            stand();
        }
    }

    @Override
    public boolean handOver() {
        Optional<Epoch> epoch = epoch().filter(mine -> members().size() > 1);
        epoch.ifPresent(this::renounce);
        return epoch.isPresent();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
