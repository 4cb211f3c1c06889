package io.edog.cluster.internal;

import io.edog.api.journal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.curator.retry.RetryForever;
import org.apache.zookeeper.ZooKeeper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's one connection to ZooKeeper. It comes up whether ZooKeeper is there or not, never waits for it, and finds it again
 * whenever it returns.
 */
@Component(
        service = Connection.class,
        configurationPid = "io.edog.cluster",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ClusterConfig.class)
public final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int CURATOR_RETRY_MS = 200;

    private final Settings settings;
    private final Sessions sessions;
    private final CuratorFramework curator;
    private final Pace pace;
    private volatile Instant since = now();

    @Activate
    public Connection(ClusterConfig config) {
        this(Settings.of(config));
    }

    private Connection(Settings settings) {
        this(settings, new Sessions(settings));
    }

    Connection(Settings settings, Sessions sessions) {
        this(settings, sessions, build(settings, sessions), new RealPace());
    }

    /** Over a given client, in a given time. */
    Connection(Settings settings, Sessions sessions, CuratorFramework curator, Pace pace) {
        this.settings = settings;
        this.sessions = sessions;
        this.curator = curator;
        this.pace = pace;
        curator.getConnectionStateListenable().addListener((client, state) -> changed(state));
        start();
    }

    private static CuratorFramework build(Settings settings, Sessions sessions) {
        int close = Math.toIntExact(settings.limits().close().toMillis()) / 3;
        return CuratorFrameworkFactory.builder()
                .connectString(settings.connect())
                .sessionTimeoutMs(Math.toIntExact(settings.sessionTimeout().toMillis()))
                .connectionTimeoutMs(Math.toIntExact(settings.sessionTimeout().toMillis()))
                .retryPolicy(new RetryForever(CURATOR_RETRY_MS))
                .zookeeperFactory(sessions)
                .zkClientConfig(settings.client())
                .aclProvider(new OneAcl(settings.access().acl()))
                .ensembleTracker(false)
                .dontUseContainerParents()
                .maxCloseWaitMs(close)
                .waitForShutdownTimeoutMs(close)
                .build();
    }

    /** ZooKeeper loads classes by name through the thread's loader, and its threads inherit it. */
    private void start() {
        LOG.info("connecting to ZooKeeper at {} as {}", settings.connect(), settings.node());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ZooKeeper.class.getClassLoader());
        try {
            curator.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    Settings settings() {
        return settings;
    }

    Paths paths() {
        return settings.paths();
    }

    CuratorFramework curator() {
        return curator;
    }

    /** The newest session, connected or not. It retries nothing: an error of its calls is what happened. */
    ZooKeeper session() {
        return sessions.newest();
    }

    /** Where ZooKeeper's servers are, as far as known now: host:port, separated by commas. */
    String connect() {
        return sessions.voters().orElse(settings.connect());
    }

    /** The servers are others now. */
    void follow(String voters) {
        if (!voters.equals(connect())) {
            LOG.info("ZooKeeper's servers are now {}", voters);
            sessions.follow(voters);
        }
    }

    boolean connected() {
        return session().getState() == ZooKeeper.States.CONNECTED;
    }

    /** Why ZooKeeper can't be used now. */
    Optional<String> trouble() {
        return connected()
                ? Optional.empty()
                : Optional.of("ZooKeeper at " + settings.connect() + " has not answered since " + since);
    }

    /** Calls back at each change of the connection, on a thread that must not be held up. */
    Subscription onState(Consumer<ConnectionState> changed) {
        ConnectionStateListener listener = (client, state) -> changed.accept(state);
        curator.getConnectionStateListenable().addListener(listener);
        return () -> curator.getConnectionStateListenable().removeListener(listener);
    }

    /** Waits, unless the connection is closed meanwhile; returns whether it is still open. */
    boolean open(Duration pause) throws InterruptedException {
        return pace.pause(pause);
    }

    /** A point of time until which something may take. */
    Deadline deadline(Duration limit) {
        return Deadline.in(limit, pace::nanoTime);
    }

    private void changed(ConnectionState state) {
        switch (state) {
            case CONNECTED, RECONNECTED ->
                LOG.info(
                        "ZooKeeper at {}: {}, session 0x{}, timeout {} ms",
                        settings.connect(),
                        state,
                        Long.toHexString(session().getSessionId()),
                        session().getSessionTimeout());
            case SUSPENDED -> {
                since = now();
                LOG.warn("ZooKeeper at {}: {}", settings.connect(), state);
            }
            default -> LOG.warn("ZooKeeper at {}: {}", settings.connect(), state);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Ends the session. Takes no longer than the close limit; what is not done by then is left to ZooKeeper's time-outs. */
    @Deactivate
    public void close() {
        pace.end();
        Thread closer = new Thread(curator::close, "edog-zookeeper-close");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(settings.limits().close().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("ZooKeeper at {}: closed", settings.connect());
    }
}
