package io.edog.agent.internal.converge;

import java.time.Duration;

/**
 * How long things may take, and how often they are tried.
 *
 * @param heartbeat a report is sent at least so often
 * @param look the hypervisor is looked at at least so often
 * @param coalesce changes within that time make one report
 * @param causeWait how long the hypervisor may take to say why a guest is gone
 * @param button pause between two presses of the power button
 * @param late how long the hypervisor may still list what has ended, before it counts as a late start
 * @param storage limit of a question to the storage
 */
public record Tuning(
        Duration heartbeat,
        Duration look,
        Duration coalesce,
        Duration causeWait,
        Duration button,
        Duration late,
        Duration storage) {
    /** As shipped. */
    public static final Tuning DEFAULT = new Tuning(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            Duration.ofMillis(250),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));
}
