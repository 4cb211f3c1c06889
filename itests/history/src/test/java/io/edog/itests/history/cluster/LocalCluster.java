package io.edog.itests.history.cluster;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import io.edog.itests.support.RawJournal;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Managers on loopback, processes of one unpacked distribution; killed and paused, never cut off. They end with the JVM at the latest.
 */
public final class LocalCluster implements Cluster {
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);
    private static final Duration UNPACK_LIMIT = Duration.ofMinutes(1);
    private static final Duration SERVING_LIMIT = Duration.ofMinutes(4);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Path home;
    private final Map<String, LocalNode> nodes = new LinkedHashMap<>();
    private final Map<String, Rest> rests = new LinkedHashMap<>();

    /** Something done to an unpacked distribution. */
    public interface Preparation {
        void prepare(Path distribution) throws IOException;
    }

    /**
     * Unpacks, founds and starts a cluster.
     *
     * @param archive the distribution, packed or not
     * @param parts lines by PID that are added to the shipped configuration
     */
    public LocalCluster(Path archive, int managers, Map<String, String> parts) throws IOException {
        this(archive, managers, parts, distribution -> {});
    }

    /** The same, with something done to the unpacked distribution before it is started. */
    public LocalCluster(Path archive, int managers, Map<String, String> parts, Preparation preparation)
            throws IOException {
        home = Files.createTempDirectory("edog-history");
        Path distribution = home.resolve("dist");
        unpack(archive, distribution);
        preparation.prepare(distribution);
        Keys keys = new Keys(home.resolve("ca"));
        for (int i = 0; i < managers; i++) {
            String name = Character.toString('a' + i);
            nodes.put(name, new LocalNode(name, i + 1, home.resolve(name), distribution));
        }
        String connect = nodes.values().stream().map(LocalNode::voter).collect(Collectors.joining(","));
        String founders = nodes.values().stream().map(LocalNode::founder).collect(Collectors.joining(" "));
        for (LocalNode node : nodes.values()) {
            keys.node(node.name, LocalNode.ADDRESS, node.tls());
            node.configure(connect, founders, parts);
            rests.put(node.name, node.rest());
        }
        keys.node("bus", LocalNode.ADDRESS, home.resolve("bus"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-" + home.getFileName()));
        try {
            nodes.values().forEach(LocalNode::start);
            await("all managers serve").atMost(SERVING_LIMIT).until(this::serving);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** The distribution that was built last, or the one that the property {@code edog.distribution} names. */
    public static Path build() {
        return Project.ROOT.resolve(
                System.getProperty("edog.distribution", "karaf-assembly/target/edog-karaf-0.1.0.tar.gz"));
    }

    private static void unpack(Path archive, Path to) throws IOException {
        List<String> command = Files.isDirectory(archive)
                ? List.of("cp", "-r", archive + "/.", to.toString())
                : List.of(
                        "tar",
                        "-xzf",
                        archive.toString(),
                        "--strip-components=1",
                        "--no-same-owner",
                        "-C",
                        to.toString());
        Files.createDirectories(to);
        Command.run(UNPACK_LIMIT, Map.of(), command).succeeded();
    }

    private boolean serving() {
        return rests.values().stream().allMatch(LocalCluster::healthy) && find().isPresent();
    }

    private static boolean healthy(Rest rest) {
        try {
            return rest.send("GET", "/health", Optional.empty()).status() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    public List<String> managers() {
        return List.copyOf(nodes.keySet());
    }

    @Override
    public Rest rest(String manager) {
        return rests.get(manager);
    }

    @Override
    public String password() {
        return find().orElseThrow();
    }

    private Optional<String> find() {
        return nodes.values().stream().flatMap(node -> node.password().stream()).findFirst();
    }

    @Override
    public void kill(String node, Part part) {
        nodes.get(node).signal("KILL", part);
    }

    @Override
    public void pause(String node, Part part) {
        nodes.get(node).signal("STOP", part);
    }

    @Override
    public void resume(String node, Part part) {
        nodes.get(node).signal("CONT", part);
    }

    /** The node whose voter a node's manager is connected to. */
    public Optional<String> voterOf(String node) {
        String connections = Command.run(SIGNAL_LIMIT, Map.of(), List.of("ss", "-Htnp", "state", "established"))
                .succeeded()
                .out();
        return nodes.values().stream()
                .filter(voter -> connections
                        .lines()
                        .anyMatch(line -> line.contains("pid=" + pid(node, Part.KARAF) + ",")
                                && line.matches(".*" + voter.voter().replaceFirst(".*:", ":") + "\\s+users.*")))
                .map(voter -> voter.name)
                .findFirst();
    }

    /** Where a node keeps what is its own. */
    public Path data(String node) {
        return nodes.get(node).data();
    }

    /** The process of a part of a node; -1 when there is none now. */
    public long pid(String node, Part part) {
        return nodes.get(node).pid(part).orElse(-1);
    }

    @Override
    public boolean cuts() {
        return false;
    }

    @Override
    public void cut(String node) {
        throw new UnsupportedOperationException("loopback can't be cut");
    }

    @Override
    public void heal(String node) {
        throw new UnsupportedOperationException("loopback can't be cut");
    }

    @Override
    public RawJournal journal() throws Exception {
        ZKClientConfig config = Tls.client(home.resolve("bus"));
        return new RawJournal(connect(), config, Optional.of("edog:" + Tls.secret(home.resolve("bus"))));
    }

    @Override
    public Bus bus() {
        return new Bus(Map.of(
                "node", "bus", "connect", connect(), "tls", home.resolve("bus").toString()));
    }

    private String connect() {
        return nodes.values().stream().map(LocalNode::voter).collect(Collectors.joining(","));
    }

    private void keepLogs(Path to) {
        for (LocalNode node : nodes.values()) {
            Path mine = to.resolve(node.name);
            Command.run(
                    UNPACK_LIMIT,
                    Map.of(),
                    List.of(
                            "sh",
                            "-c",
                            "mkdir -p '" + mine + "' && cp -r '" + node.data().resolve("log") + "' '" + mine + "'"));
        }
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            end();
        }
    }

    private void end() {
        keepLogs(Project.ROOT.resolve("itests/history/target/logs-" + home.getFileName()));
        List<Thread> stops = new ArrayList<>();
        for (LocalNode node : nodes.values()) {
            Stream.of(Part.values()).forEach(part -> node.signal("CONT", part));
            Thread stop = new Thread(node::stop);
            stop.start();
            stops.add(stop);
        }
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Command.run(UNPACK_LIMIT, Map.of(), List.of("rm", "-rf", home.toString()));
    }
}
