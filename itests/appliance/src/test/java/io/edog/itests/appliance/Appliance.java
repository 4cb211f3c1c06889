package io.edog.itests.appliance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import io.edog.itests.support.RawJournal;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** An appliance started by {@code ./edog run}, one for all tests of a run, removed at its end. */
final class Appliance implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    final Path data;
    private final String http;
    private final String ssh;

    Appliance() throws IOException {
        data = Files.createTempDirectory("edog-it");
        http = freePort();
        ssh = freePort();
        run();
    }

    /** Starts what is not running, as a user would. */
    Command.Result run() {
        return edog(START_LIMIT, "run", "--http", http, "--ssh", ssh).succeeded();
    }

    Command.Result edog(Duration limit, String verb, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Project.ROOT.resolve("edog").toString(), verb, "--data", data.toString()));
        command.addAll(List.of(arguments));
        return Command.run(limit, Map.of(), command);
    }

    Command.Result shell(String line) {
        return edog(Duration.ofMinutes(2), "shell", line);
    }

    String url() {
        return "http://127.0.0.1:" + http;
    }

    Rest rest() {
        return Rest.at(url() + "/api/v1");
    }

    Rest admin() {
        return rest().login("admin", password());
    }

    String password() {
        return read(data.resolve("admin-password")).strip();
    }

    JsonNode endpoints() {
        try {
            return Rest.JSON.readTree(read(data.resolve("run/endpoints.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a daemon of this appliance: karaf, zookeeper or libvirtd. */
    long pid(String daemon) {
        return Long.parseLong(read(data.resolve("run").resolve(daemon + ".pid")).strip());
    }

    /** The process that took the place of one that was killed. */
    long restarted(String daemon, long killed) {
        return await("a new " + daemon)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> pid(daemon),
                        pid -> pid != killed && ProcessHandle.of(pid).isPresent());
    }

    /** Its journal, as it lies in ZooKeeper. */
    RawJournal journal() throws Exception {
        String port = read(data.resolve("node.env"))
                .lines()
                .filter(line -> line.startsWith("EDOG_ZK_CLIENT="))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*=", "");
        Path secret = data.resolve("zookeeper-secret");
        return new RawJournal(
                "127.0.0.1:" + port,
                new ZKClientConfig(),
                Files.exists(secret) ? Optional.of("edog:" + read(secret).strip()) : Optional.empty());
    }

    /** The QEMU process of a VM, by what its command line says: asked of the machine, not of edog. */
    static OptionalLong qemu(String vm) {
        return ProcessHandle.allProcesses()
                .filter(p -> commandLine(p.pid()).contains("qemu-system")
                        && commandLine(p.pid()).contains(vm))
                .mapToLong(ProcessHandle::pid)
                .findFirst();
    }

    static void signal(String signal, long pid) {
        Command.run(Duration.ofSeconds(5), Map.of(), List.of("kill", "-" + signal, Long.toString(pid)))
                .succeeded();
    }

    @Override
    public void close() {
        Path logs = Project.ROOT.resolve("itests/appliance/target/logs-" + data.getFileName());
        Command.run(
                STOP_LIMIT, Map.of(), List.of("cp", "-r", data.resolve("log").toString(), logs.toString()));
        edog(STOP_LIMIT, "clean", "--yes").succeeded();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** Gives the one appliance to tests that ask for it. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Appliance.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(Appliance.class, key -> {
                try {
                    return new Appliance();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
