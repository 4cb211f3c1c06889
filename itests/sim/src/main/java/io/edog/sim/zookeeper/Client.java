package io.edog.sim.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.zookeeper.ZooKeeper;

/**
 * A process's connection to ZooKeeper, kept up as Curator does: it finds a server again whenever one can be reached, and opens a new
 * session when the old one is over.
 */
public final class Client implements Wire {
    private static final long MILLI = 1_000_000;
    private static final double NOTICED = 2.0 / 3;

    private final Ensemble ensemble;
    private final Party process;
    private final long sessionTimeout;
    private final long requestTimeout;
    private final Runnable expired;
    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private final List<Following> following = new ArrayList<>();
    private SimZooKeeper newest;
    private long requestsLostUntil;
    private long answersLostUntil;
    private boolean dead;

    /**
     * Connected from the beginning.
     *
     * @param expired called when the servers have ended a session of it
     */
    public Client(Ensemble ensemble, Party process, long sessionTimeout, long requestTimeout, Runnable expired) {
        this.ensemble = ensemble;
        this.process = process;
        this.sessionTimeout = sessionTimeout;
        this.requestTimeout = requestTimeout;
        this.expired = expired;
        this.newest = open();
        tell(ConnectionState.CONNECTED);
    }

    private SimZooKeeper open() {
        return SimZooKeeper.of(new Session(ensemble, process, this, requestTimeout), ensemble, process);
    }

    private Session session() {
        return newest.session();
    }

    /** The newest session, connected or not. */
    public ZooKeeper zooKeeper() {
        return newest;
    }

    public boolean connected() {
        return session().connected();
    }

    /** Whether the servers know its session still, whatever the process knows: then what needs a session can be made. */
    public boolean sessionLives() {
        return !session().expired() && !session().closed();
    }

    /** Calls back at each change; the call returned ends that. */
    public Runnable onState(Consumer<ConnectionState> changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** Neither arrives for a while what the process says, or what it is told, or both. */
    public void cut(long until, boolean requests, boolean answers) {
        requestsLostUntil = requests ? until : requestsLostUntil;
        answersLostUntil = answers ? until : answersLostUntil;
        Session cut = session();
        int generation = cut.generation();
        ensemble.scheduler().after((long) (sessionTimeout * NOTICED), () -> {
            if (cut.generation() == generation && (requestsLost() || answersLost())) {
                cut.disconnect();
            }
        });
        expireUnless(cut, () -> !requestsLost());
    }

    /** The process stands still and says nothing, until a time. */
    public void silent(long until) {
        if (until - ensemble.scheduler().now() >= sessionTimeout) {
            expireUnless(session(), () -> false);
        }
    }

    /** The process is dead. */
    public void kill() {
        dead = true;
        session().disconnect();
    }

    /** It left in order. */
    public void leave() {
        dead = true;
        expire(session());
        session().disconnect();
    }

    public void heal() {
        requestsLostUntil = 0;
        answersLostUntil = 0;
    }

    private void expireUnless(Session which, java.util.function.BooleanSupplier heard) {
        ensemble.scheduler().after(sessionTimeout, () -> {
            if (!heard.getAsBoolean()) {
                expire(which);
            }
        });
    }

    private void expire(Session which) {
        if (!which.expired() && !which.closed()) {
            which.expire();
            ensemble.trace().say("%s: session %d has expired", process.name(), which.id());
            expired.run();
            ensemble.scheduler().after(ensemble.hop(), which::disconnect);
        }
    }

    @Override
    public boolean requestsLost() {
        return dead || ensemble.scheduler().now() < requestsLostUntil;
    }

    @Override
    public boolean answersLost() {
        return dead || ensemble.scheduler().now() < answersLostUntil;
    }

    @Override
    public void unlinked() {
        Session lost = session();
        expireUnless(lost, lost::linked);
    }

    @Override
    public void broken() {
        Session lost = session();
        ensemble.trace().say("%s: connection lost", process.name());
        tell(ConnectionState.SUSPENDED);
        process.deliver(ensemble.scheduler().now() + sessionTimeout, () -> {
            if (lost == session() && !lost.linked()) {
                tell(ConnectionState.LOST);
            }
        });
        tryAgain();
    }

    private void tryAgain() {
        long pause = ensemble.dice().skewed(MILLI, 150 * MILLI);
        process.deliver(ensemble.scheduler().now() + pause, this::reconnect);
    }

    private void reconnect() {
        if (requestsLost() || answersLost()) {
            tryAgain();
        } else if (session().expired()) {
            session().close();
            tell(ConnectionState.LOST);
            newest = open();
            connectedAgain();
        } else if (session().reconnect()) {
            connectedAgain();
        } else {
            tryAgain();
        }
    }

    private void connectedAgain() {
        ensemble.trace()
                .say(
                        "%s: connected to %s, session %d",
                        process.name(), session().server().name(), session().id());
        tell(ConnectionState.RECONNECTED);
        following.forEach(Following::begin);
    }

    private void tell(ConnectionState state) {
        process.deliver(ensemble.scheduler().now(), () -> List.copyOf(listeners).forEach(l -> l.accept(state)));
    }

    /**
     * Calls back with what lies in a node, or, with {@code /*} at the end, in those below it: now, whenever it changes, and after each
     * reconnection.
     */
    public Runnable follow(String path, BiConsumer<String, byte[]> reader) {
        Following follows = new Following(path, reader);
        following.add(follows);
        follows.begin();
        return () -> {
            following.remove(follows);
            follows.end();
        };
    }

    /** A node that is followed, at the server connected to. */
    private final class Following {
        private final String path;
        private final BiConsumer<String, byte[]> reader;
        private Optional<Runnable> watch = Optional.empty();

        Following(String path, BiConsumer<String, byte[]> reader) {
            this.path = path;
            this.reader = reader;
        }

        void begin() {
            end();
            watch = Optional.of(ensemble.watch(path, session().server(), this::changed));
            if (path.endsWith("/*")) {
                session().below(path.substring(0, path.length() - 2)).forEach(this::changed);
            } else {
                changed(path);
            }
        }

        void end() {
            watch.ifPresent(Runnable::run);
            watch = Optional.empty();
        }

        private void changed(String node) {
            Session there = session();
            int generation = there.generation();
            process.deliver(ensemble.scheduler().now() + ensemble.hop(), () -> {
                if (there == session() && generation == there.generation() && watch.isPresent()) {
                    there.look(node).data().ifPresent(data -> reader.accept(node, data));
                }
            });
        }
    }
}
