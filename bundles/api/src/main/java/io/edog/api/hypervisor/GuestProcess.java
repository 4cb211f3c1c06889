package io.edog.api.hypervisor;

/**
 * A process a guest runs in.
 *
 * @param pid its process id
 * @param startTicks when it started, in clock ticks since the host's boot: tells it from a later process with that id
 */
public record GuestProcess(long pid, long startTicks) {}
