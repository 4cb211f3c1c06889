package io.edog.agent.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of this host's agent, PID {@code io.edog.agent}. Times are in milliseconds. */
@ObjectClassDefinition(name = "edog agent", description = "How this host's guests are run and reported.")
public @interface AgentConfig {
    @AttributeDefinition(description = "name of this host")
    String node() default "node1";

    @AttributeDefinition(description = "URI of libvirt's daemon")
    String uri() default "qemu:///system";

    @AttributeDefinition(description = "directory of the agent's memory; must survive the agent, not the host")
    String stateDir() default "data/run/agent";

    @AttributeDefinition(description = "directory of the guests' serial console logs")
    String consoleDir() default "data/console";

    @AttributeDefinition(description = "a console log longer than that is turned over, in MiB")
    int consoleMiB() default 4;

    @AttributeDefinition(description = "file whose content changes with each boot of this host, and only then")
    String bootIdFile() default "/proc/sys/kernel/random/boot_id";

    @AttributeDefinition(description = "auto, kvm or qemu (emulated)")
    String domainType() default "auto";

    @AttributeDefinition(description = "command that starts a dead libvirtd, without a shell; empty: not restarted")
    String libvirtRestartCommand() default "";

    @AttributeDefinition(description = "how often in a row a dead libvirtd is restarted")
    int libvirtRestarts() default 5;

    @AttributeDefinition(description = "a report is sent at least so often")
    int heartbeatMs() default 2_000;

    @AttributeDefinition(description = "libvirt is looked at at least so often")
    int lookMs() default 1_000;

    @AttributeDefinition(description = "changes within that time make one report")
    int coalesceMs() default 20;

    @AttributeDefinition(description = "how long libvirt may take to say why a guest is gone")
    int causeWaitMs() default 250;

    @AttributeDefinition(description = "pause between two presses of a guest's power button")
    int powerButtonMs() default 3_000;

    @AttributeDefinition(description = "limit of opening a connection to libvirt")
    int openLimitMs() default 5_000;

    @AttributeDefinition(description = "limit of libvirt's plainest answer; beyond it, it counts as silent")
    int pingLimitMs() default 4_000;

    @AttributeDefinition(description = "limit of listing domains; beyond it, each is asked for by itself")
    int listLimitMs() default 2_000;

    @AttributeDefinition(description = "limit of asking for one domain")
    int domainLimitMs() default 500;

    @AttributeDefinition(description = "limit of pausing, resuming, resetting a guest")
    int actLimitMs() default 20_000;

    @AttributeDefinition(description = "limit of creating a guest")
    int createLimitMs() default 60_000;

    @AttributeDefinition(description = "limit of ending a guest")
    int destroyLimitMs() default 40_000;

    @AttributeDefinition(description = "how long a test guest may take under kvm; slower, and guests are emulated")
    int probeLimitMs() default 3_000;

    @AttributeDefinition(description = "limit of a question to the storage")
    int storageLimitMs() default 10_000;

    @AttributeDefinition(description = "how many guests are worked on at a time")
    int guestWorkers() default 32;

    @AttributeDefinition(description = "how many volumes are worked on at a time")
    int volumeWorkers() default 2;
}
