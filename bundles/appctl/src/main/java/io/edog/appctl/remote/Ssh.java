package io.edog.appctl.remote;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.PrivateFiles;
import io.edog.appctl.inventory.SshAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs commands on other hosts as root: logged in as root, or by sudo. Thread-safe. */
public final class Ssh implements AutoCloseable {
    /** What ssh itself exits with when it can't get there. */
    static final int NOT_THERE = 255;

    private static final String AS_ROOT = "if [ \"$(id -u)\" = 0 ]; then exec \"$@\"; fi; exec sudo -n -- \"$@\"";
    private static final int REMOVALS = 5;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Processes processes;
    private final SshAccess access;
    private final Path directory;
    private final Path config;
    private final Set<String> visited = ConcurrentHashMap.newKeySet();

    private Ssh(Processes processes, SshAccess access, Path directory, Path config) {
        this.processes = processes;
        this.access = access;
        this.directory = directory;
        this.config = config;
    }

    /** Prepares to connect; nothing is connected yet. */
    public static Ssh open(Processes processes, SshAccess access, Path knownHosts, Duration connectLimit) {
        try {
            Path directory = Files.createTempDirectory("appctl"); // for nobody else; a socket's path must be short
            Path config = directory.resolve("config");
            PrivateFiles.write(config, SshConfig.text(access, directory, knownHosts, connectLimit));
            return new Ssh(processes, access, directory, config);
        } catch (IOException e) {
            throw Refusal.failed("no temporary directory: " + e.getMessage(), "Make room in /tmp.");
        }
    }

    /** Runs a command as root; what is secret belongs into its input. */
    public Finished run(String address, List<String> command, String input, Duration limit)
            throws InterruptedException {
        List<String> asRoot = new ArrayList<>(List.of("sh", "-c", AS_ROOT, "edog"));
        asRoot.addAll(command);
        return runAsUser(address, asRoot, input, limit);
    }

    /** Runs a command as whoever has logged in. */
    public Finished runAsUser(String address, List<String> command, String input, Duration limit)
            throws InterruptedException {
        visited.add(address);
        return processes.run(
                List.of("ssh", "-F", config.toString(), "--", address, Quote.words(command)), input, limit);
    }

    /** The same by hand, as people type it. */
    public String byHand(String address, String command) {
        StringBuilder words = new StringBuilder("ssh ");
        access.port().ifPresent(port -> words.append("-p ").append(port).append(' '));
        access.key().ifPresent(key -> words.append("-i ").append(key).append(' '));
        access.user().ifPresent(user -> words.append(user).append('@'));
        boolean sudo = access.user().filter(user -> !user.equals("root")).isPresent();
        return words.append(address)
                .append(sudo ? " sudo " : " ")
                .append(command)
                .toString();
    }

    /** What rsync is to connect with. */
    String command() {
        return "ssh -F " + config;
    }

    /** Closes the connections; the processes that hold them end. */
    @Override
    public void close() {
        try {
            for (String address : visited) {
                processes.run(List.of("ssh", "-F", config.toString(), "-O", "exit", "--", address), "", FAREWELL);
            }
            removeDirectory();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last connection takes its socket away by itself, at any moment: then it is tried again. */
    private void removeDirectory() {
        boolean removed = false;
        for (int i = 0; i < REMOVALS && !removed; i++) {
            removed = tryToRemove();
        }
    }

    private boolean tryToRemove() {
        try {
            PrivateFiles.remove(directory);
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
