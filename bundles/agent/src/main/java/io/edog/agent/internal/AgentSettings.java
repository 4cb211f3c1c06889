package io.edog.agent.internal;

import io.edog.agent.internal.converge.Tuning;
import io.edog.agent.internal.libvirt.LibvirtSettings;
import io.edog.agent.internal.libvirt.LibvirtSettings.DomainType;
import io.edog.agent.internal.libvirt.LibvirtSettings.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the agent is told by its configuration.
 *
 * @param node id of this host
 * @param guestWorkers how many guests are worked on at a time
 */
public record AgentSettings(
        String node,
        Path stateDir,
        Path bootIdFile,
        long consoleBytes,
        LibvirtSettings libvirt,
        Tuning tuning,
        int guestWorkers,
        int volumeWorkers) {
    private static final long MIB = 1024L * 1024;
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(20);

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static AgentSettings of(AgentConfig config) {
        Path stateDir = Path.of(config.stateDir()).toAbsolutePath();
        return new AgentSettings(
                config.node(),
                stateDir,
                Path.of(config.bootIdFile()),
                config.consoleMiB() * MIB,
                new LibvirtSettings(
                        config.uri(),
                        Path.of(config.consoleDir()).toAbsolutePath(),
                        stateDir.resolve("scratch"),
                        Path.of(config.bootIdFile()),
                        domainType(config.domainType()),
                        words(config.libvirtRestartCommand()),
                        limits(config)),
                tuning(config),
                config.guestWorkers(),
                config.volumeWorkers());
    }

    private static DomainType domainType(String name) {
        return Arrays.stream(DomainType.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("domainType is auto, kvm or qemu, not " + name));
    }

    private static List<String> words(String command) {
        return Arrays.stream(command.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Limits limits(AgentConfig config) {
        return new Limits(
                Duration.ofMillis(config.openLimitMs()),
                Duration.ofMillis(config.pingLimitMs()),
                Duration.ofMillis(config.listLimitMs()),
                Duration.ofMillis(config.domainLimitMs()),
                Duration.ofMillis(config.actLimitMs()),
                Duration.ofMillis(config.createLimitMs()),
                Duration.ofMillis(config.destroyLimitMs()),
                Duration.ofMillis(config.probeLimitMs()),
                RESTART_LIMIT,
                config.libvirtRestarts());
    }

    private static Tuning tuning(AgentConfig config) {
        return new Tuning(
                Duration.ofMillis(config.heartbeatMs()),
                Duration.ofMillis(config.lookMs()),
                Duration.ofMillis(config.coalesceMs()),
                Duration.ofMillis(config.causeWaitMs()),
                Duration.ofMillis(config.powerButtonMs()),
                Tuning.DEFAULT.late(),
                Duration.ofMillis(config.storageLimitMs()));
    }
}
