package io.edog.core;

import java.time.Duration;

/**
 * Every limit of the decisions.
 *
 * @param maxCpus most virtual CPUs of a VM
 * @param maxMemoryMiB most memory of a VM, in MiB
 * @param maxVolumeBytes largest empty volume, in bytes
 * @param defaultGrace how long a guest is given to shut down when its owner does not say
 * @param agentTimeout silence of an agent after which its guests are unknown
 * @param systemReservedMiB memory of a host that guests never get, in MiB
 * @param restartLimit automatic restarts before edog gives up and says so
 * @param restartBackoff pause before the second automatic restart, doubled for each further one
 * @param restartBackoffMax longest pause between automatic restarts
 * @param stableAfter how long a guest must run for its restarts to be forgotten
 * @param taskRetention how long finished tasks are kept
 * @param taskLimit most finished tasks kept; the oldest go first
 * @param outcomeRetention how long idempotency keys are remembered
 * @param outcomeLimit most idempotency keys remembered; the oldest go first
 */
public record Settings(
        int maxCpus,
        long maxMemoryMiB,
        long maxVolumeBytes,
        Duration defaultGrace,
        Duration agentTimeout,
        long systemReservedMiB,
        int restartLimit,
        Duration restartBackoff,
        Duration restartBackoffMax,
        Duration stableAfter,
        Duration taskRetention,
        int taskLimit,
        Duration outcomeRetention,
        int outcomeLimit) {
    /** What ships. */
    public static final Settings DEFAULT = new Settings(
            256,
            4L * 1024 * 1024,
            64L << 40,
            Duration.ofSeconds(60),
            Duration.ofSeconds(6),
            2048,
            5,
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            10_000,
            Duration.ofHours(24),
            20_000);

    /** The pause before automatic restart number {@code count}, the first of which comes at once. */
    public Duration backoff(int count) {
        if (count <= 1) {
            return Duration.ZERO;
        }
        Duration pause = restartBackoff.multipliedBy(1L << Math.min(count - 2, 20));
        return pause.compareTo(restartBackoffMax) > 0 ? restartBackoffMax : pause;
    }
}
