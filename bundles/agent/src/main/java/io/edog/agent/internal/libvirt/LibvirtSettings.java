package io.edog.agent.internal.libvirt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How libvirt is reached and used.
 *
 * @param consoleDir where guests' serial consoles are logged
 * @param scratchDir where the test guest's disk and what it showed is kept
 * @param bootIdFile its content changes with each boot of the host
 * @param restartCommand restarts a dead daemon; empty: nobody does
 */
public record LibvirtSettings(
        String uri,
        Path consoleDir,
        Path scratchDir,
        Path bootIdFile,
        DomainType domainType,
        List<String> restartCommand,
        Limits limits) {
    public LibvirtSettings {
        restartCommand = List.copyOf(restartCommand);
    }

    /** How guests are run. */
    public enum DomainType {
        /** By hardware if a test guest runs so, else emulated. */
        AUTO,
        KVM,
        QEMU
    }

    /**
     * Time limits, one for each kind of call.
     *
     * @param open of opening a connection
     * @param ping of a question any daemon can answer: beyond it, it counts as silent
     * @param list of listing domains: beyond it, each is asked for by itself
     * @param one of asking for one domain
     * @param act of resume, suspend, power button …
     * @param create of creating a domain
     * @param destroy of ending one
     * @param probe of the test guest under kvm
     * @param restart of the restart command
     */
    public record Limits(
            Duration open,
            Duration ping,
            Duration list,
            Duration one,
            Duration act,
            Duration create,
            Duration destroy,
            Duration probe,
            Duration restart,
            int restarts) {
        /** Those of a host that is not loaded beyond reason. */
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(4),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(40),
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                5);
    }
}
