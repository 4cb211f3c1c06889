package io.edog.cluster.internal;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.HostReport;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.json.Json;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.listen.StandardListenerManager;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;

/**
 * The product's own logic over ZooKeeper, put together on a given client and in a given time. In this package because the product
 * shows its inside to nobody.
 */
public final class ClusterInside {
    private static final Paths PATHS = new Paths("/edog");
    private static final CuratorFramework CURATOR = curator();

    private final Connection connection;
    private final Tenure tenure = new Tenure();
    private final Accession accession;
    private Optional<Reign> reign = Optional.empty();

    /** A way to wait, and the time it takes. */
    public record Time(LongSupplier nanos, Function<Duration, Boolean> pause) {}

    /**
     * One process's.
     *
     * @param newest gives the newest session
     */
    public ClusterInside(String node, Supplier<ZooKeeper> newest, Time time, Map<String, Object> settings) {
        Settings all = settings(node, settings);
        this.connection = new Connection(all, new Given(all, newest), CURATOR, new GivenPace(time));
        this.accession = new Accession(connection, tenure);
    }

    /** Where everything lies, parents first. */
    public static List<String> layout() {
        return PATHS.layout();
    }

    public static String epochPath() {
        return PATHS.epoch();
    }

    public static String logPath() {
        return PATHS.log();
    }

    public static String trimmedPath() {
        return PATHS.trimmed();
    }

    public static String assignmentsOf(String host) {
        return PATHS.assignments(host);
    }

    public static String reports() {
        return PATHS.reports();
    }

    public static String entry(long index) {
        return PATHS.entry(new Index(index));
    }

    public static Assignments assignments(byte[] wire) {
        return Json.read(Payload.unpack(wire), Assignments.class);
    }

    public static HostReport report(byte[] wire) {
        return Json.read(Payload.unpack(wire), HostReport.class);
    }

    /** The data of the epoch's node have come to be known. */
    public void reign(byte[] data) {
        reign = Reign.of(data);
    }

    /** Who took the epoch, as far as is known. */
    public Optional<String> leader() {
        return reign.map(Reign::node);
    }

    public Duration sessionTimeout() {
        return connection.settings().sessionTimeout();
    }

    public Duration requestTimeout() {
        return connection.settings().requestTimeout();
    }

    public Journal journal() {
        return new ZkJournal(connection);
    }

    public ZkManagerBus managerBus() {
        return new ZkManagerBus(connection);
    }

    public ZkHostBus hostBus() {
        return new ZkHostBus(connection);
    }

    public Optional<io.edog.api.journal.Epoch> epoch() {
        return tenure.epoch(connection.session());
    }

    /** The connection is not sound any more, or the node not elected. */
    public void suspend() {
        var unused = tenure.suspend();
    }

    public boolean renounce(io.edog.api.journal.Epoch epoch) {
        return tenure.renounce(epoch);
    }

    /**
     * What an elected node does.
     *
     * @return empty if it leads; else why not yet
     */
    public Optional<String> lead() {
        try {
            return accession.lead(reign) ? Optional.empty() : Optional.of("something was lost meanwhile");
        } catch (KeeperException e) {
            return Optional.of(Faults.say(e));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a new leader does. */
    public io.edog.api.journal.Epoch takeEpoch() {
        try {
            return new EpochRegister(connection.settings())
                    .take(connection.session())
                    .epoch();
        } catch (KeeperException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Settings settings(String node, Map<String, Object> given) {
        Map<String, Object> own = Map.of("node", node, "connect", "simulated:1");
        return Settings.of((ClusterConfig) Proxy.newProxyInstance(
                ClusterConfig.class.getClassLoader(), new Class<?>[] {ClusterConfig.class}, (self, method, args) -> {
                    Object value = own.getOrDefault(method.getName(), given.get(method.getName()));
                    return value == null ? method.getDefaultValue() : value;
                }));
    }

    /** A client of which nothing is used but that one may listen to it. */
    private static CuratorFramework curator() {
        return (CuratorFramework) Proxy.newProxyInstance(
                ClusterInside.class.getClassLoader(),
                new Class<?>[] {CuratorFramework.class},
                (self, method, args) -> switch (method.getName()) {
                    case "getConnectionStateListenable" -> StandardListenerManager.standard();
                    case "start", "close" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The given session. */
    private static final class Given extends Sessions {
        private final Supplier<ZooKeeper> newest;

        Given(Settings settings, Supplier<ZooKeeper> newest) {
            super(settings);
            this.newest = newest;
        }

        @Override
        ZooKeeper newest() {
            return newest.get();
        }
    }

    /** The given time. */
    private record GivenPace(Time time) implements Pace {
        @Override
        public long nanoTime() {
            return time.nanos().getAsLong();
        }

        @Override
        public boolean pause(Duration pause) {
            return time.pause().apply(pause);
        }

        @Override
        public void end() {}
    }
}
