package io.edog.itests.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Several hosts on this machine, made by {@code ./edog rig up} under a name of their own, removed by {@link #close}. Needs root. May be used by several threads.
 * If the JVM is told to end before, the rig is removed all the same.
 */
public final class Rig implements AutoCloseable {
    private static final Duration BOOT_LIMIT = Duration.ofMinutes(3);
    private static final Duration START_LIMIT = Duration.ofMinutes(20);
    private static final Duration STATUS_LIMIT = Duration.ofSeconds(60);
    private static final Duration DOWN_LIMIT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final Thread rescue = new Thread(this::down, "rig-" + name);
    private final List<RigHost> hosts = new ArrayList<>();

    private Rig() {
        Runtime.getRuntime().addShutdownHook(rescue);
    }

    /** Hosts that are up and have nothing of edog on them. The first so many are meant to be managers. Options are those of {@code rig up}. */
    public static Rig bare(int managers, int agents, String... options) {
        return up(
                BOOT_LIMIT,
                managers,
                agents,
                Stream.concat(Stream.of("--bare"), Stream.of(options)).toArray(String[]::new));
    }

    /** A cluster that serves: built if need be, deployed and started by appctl. Options are those of {@code rig up}. */
    public static Rig cluster(int managers, int agents, String... options) {
        return up(START_LIMIT, managers, agents, options);
    }

    /** Hosts on which nothing of edog runs, and its administrator on the first one with the unpacked distribution. */
    public static Rig unpacked(int managers, int agents) {
        return up(START_LIMIT, managers, agents, "--unpack");
    }

    private static Rig up(Duration limit, int managers, int agents, String... options) {
        Rig rig = new Rig();
        try {
            List<String> words = new ArrayList<>(List.of("up", "--managers", "" + managers, "--agents", "" + agents));
            words.addAll(List.of(options));
            rig.verb(limit, words.toArray(String[]::new)).succeeded();
            rig.status().path("hosts").forEach(host -> rig.hosts.add(rig.host(host)));
            return rig;
        } catch (AssertionError e) {
            rig.close();
            throw e;
        }
    }

    private RigHost host(JsonNode host) {
        return new RigHost(
                this,
                host.path("name").asText(),
                host.path("address").asText(),
                host.path("role").asText().equals("manager"));
    }

    /** On this machine, what is {@code /srv/edog-shared} on all hosts. */
    public Path shared() {
        return directory().resolve("shared");
    }

    /** On this machine, the distribution that the administrator has unpacked: what is {@code /root/edog} on the first host. */
    public Path distribution() {
        return directory().resolve("hosts").resolve(hosts.get(0).name()).resolve("own/root/edog");
    }

    private Path directory() {
        return Path.of(System.getenv().getOrDefault("EDOG_RIG_HOME", "/var/lib/edog-rig"), name);
    }

    /** The cluster's tool, where its administrator has it. */
    public Appctl appctl() {
        return new Appctl(hosts.get(0));
    }

    /** All hosts, in the order of their names. */
    public List<RigHost> hosts() {
        return List.copyOf(hosts);
    }

    public List<RigHost> managers() {
        return hosts.stream().filter(RigHost::manager).toList();
    }

    /** The managers but one. */
    public List<RigHost> managersBut(RigHost host) {
        return managers().stream().filter(each -> !each.equals(host)).toList();
    }

    public List<RigHost> agents() {
        return hosts.stream().filter(host -> !host.manager()).toList();
    }

    /** @throws AssertionError if there is no host of that name */
    public RigHost host(String wanted) {
        return hosts.stream()
                .filter(host -> host.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no host " + wanted));
    }

    /** {@code rig status --json}: hosts with power, link and processes. */
    public JsonNode status() {
        try {
            return JSON.readTree(
                    verb(STATUS_LIMIT, "status", "--json").succeeded().out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code ./edog rig} with these words. Its exit code is the caller's to judge. */
    public Command.Result verb(Duration limit, String... words) {
        List<String> command =
                new ArrayList<>(List.of(Project.ROOT.resolve("edog").toString(), "rig", "--name", name));
        command.addAll(List.of(words));
        return Command.run(limit, Map.of(), command);
    }

    /** Ends and removes all of it; what edog logged is kept below the test's target directory. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(rescue);
        try {
            keepLogs();
        } finally {
            down();
        }
    }

    private void down() {
        verb(DOWN_LIMIT, "down").succeeded();
    }

    private void keepLogs() {
        String kept = Path.of("target/rig-" + name).toAbsolutePath().toString();
        verb(DOWN_LIMIT, "logs", "--keep", kept);
    }
}
