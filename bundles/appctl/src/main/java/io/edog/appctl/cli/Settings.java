package io.edog.appctl.cli;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.SshAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
public final class Settings {
    @Option(
            names = {"-c", "--cluster"},
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Which cluster, if there are several in ~/.edog.")
    private Optional<String> cluster = Optional.empty();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON object on standard output; progress and problems go to standard error.")
    private boolean json;

    @Option(
            names = {"-n", "--dry-run"},
            scope = ScopeType.INHERIT,
            description = "Only show what would be done.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Show no progress.")
    private boolean quiet;

    @Option(
            names = "--ssh-user",
            scope = ScopeType.INHERIT,
            paramLabel = "USER",
            description = "Log in as this user, who is root or may use sudo without a password.")
    private Optional<String> sshUser = Optional.empty();

    @Option(names = "--ssh-port", scope = ScopeType.INHERIT, paramLabel = "PORT", description = "Where sshd listens.")
    private Optional<Integer> sshPort = Optional.empty();

    @Option(
            names = "--ssh-key",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Log in with this private key.")
    private Optional<String> sshKey = Optional.empty();

    @Option(
            names = "--connect-timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long a host has to accept a connection (default ${DEFAULT-VALUE}).")
    private int connectTimeout;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long one step on a host may take (default ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--parallel",
            scope = ScopeType.INHERIT,
            paramLabel = "HOSTS",
            defaultValue = "16",
            description = "How many hosts at once (default ${DEFAULT-VALUE}).")
    private int parallel;

    public Optional<String> cluster() {
        return cluster;
    }

    public boolean json() {
        return json;
    }

    public boolean dryRun() {
        return dryRun;
    }

    public boolean yes() {
        return yes;
    }

    public boolean quiet() {
        return quiet;
    }

    public SshAccess ssh() {
        return new SshAccess(sshUser, sshPort, sshKey.map(Settings::key));
    }

    /** As it is remembered, and used from other directories; ssh knows what a tilde is. */
    private static String key(String file) {
        if (file.startsWith("~")) {
            return file;
        }
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (!Files.isReadable(path)) {
            throw Refusal.usage("there is no key " + path + " that can be read", "Give the file of a private key.");
        }
        return path.toString();
    }

    public Duration connectLimit() {
        return Duration.ofSeconds(Math.max(1, connectTimeout));
    }

    public Duration limit() {
        return Duration.ofSeconds(Math.max(1, timeout));
    }

    public int parallel() {
        return Math.max(1, parallel);
    }
}
