package io.edog.appctl;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hosts on this machine that real ssh and rsync reach: each an sshd with its own /etc, /opt and /var/lib. Needs root. */
final class SshHosts implements AutoCloseable {
    private final Path directory;
    private final int port;
    private final Map<String, Process> running = new LinkedHashMap<>();

    SshHosts(Path directory, String... names) throws IOException, InterruptedException {
        this.directory = directory;
        this.port = freePort();
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key().toString());
        for (String name : names) {
            start(name);
        }
    }

    void start(String name) throws IOException {
        Path script = Resources.path("sshd-host");
        running.put(
                name,
                new ProcessBuilder(
                                "unshare",
                                "--mount",
                                "--uts",
                                "--propagation",
                                "private",
                                "bash",
                                script.toString(),
                                root(name).toString(),
                                name,
                                address(name),
                                String.valueOf(port))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve(name + ".log").toFile())
                        .start());
        await().atMost(Duration.ofSeconds(20)).until(() -> listens(name));
    }

    void kill(String name) throws InterruptedException {
        Process process = running.remove(name);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** 127.0.1.1 for a, and so on. */
    static String address(String name) {
        return "127.0.1." + (name.charAt(0) - 'a' + 1);
    }

    Path root(String name) {
        return directory.resolve(name);
    }

    Path etc(String name) {
        return root(name).resolve("etc/edog");
    }

    /** What its edog keeps. */
    Path data(String name) {
        return root(name).resolve("lib/edog");
    }

    List<String> calls(String name) throws IOException {
        Path calls = data(name).resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Path key() {
        return directory.resolve("key");
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        for (String name : List.copyOf(running.keySet())) {
            kill(name);
        }
    }

    private boolean listens(String name) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(name), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new UncheckedIOException(new IOException(String.join(" ", command)));
        }
    }
}
