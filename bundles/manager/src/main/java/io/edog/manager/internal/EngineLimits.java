package io.edog.manager.internal;

import io.edog.core.Settings;
import java.time.Duration;

/** The engine's limits, checked; see {@link ManagerConfig} for each. */
public record EngineLimits(
        int queue,
        int group,
        int groupBytes,
        int entryBytes,
        Duration submitTimeout,
        Duration indexWait,
        int followers,
        Duration sweep,
        Duration retry,
        Duration retryMax,
        Duration followPoll,
        Duration contactLimit,
        int forwardLimit,
        Duration forwardAttempt,
        Duration forwardPauseMax,
        Duration stepLimit,
        Duration publish,
        Duration plan,
        Duration stopLimit,
        int keepEntries,
        long keepBytes,
        int exportEntries,
        Duration exportPeriod,
        int exportsKept,
        Duration retention,
        Settings settings) {

    /** Of a configuration. */
    public static EngineLimits of(ManagerConfig config) {
        return new EngineLimits(
                config.queue_limit(),
                config.group_limit(),
                config.group_bytes(),
                config.entry_bytes(),
                Duration.ofMillis(config.submit_timeout_ms()),
                Duration.ofMillis(config.index_wait_ms()),
                config.follower_limit(),
                Duration.ofMillis(config.sweep_ms()),
                Duration.ofMillis(config.retry_ms()),
                Duration.ofMillis(config.retry_max_ms()),
                Duration.ofMillis(config.follow_poll_ms()),
                Duration.ofMillis(config.contact_limit_ms()),
                config.forward_limit(),
                Duration.ofMillis(config.forward_attempt_ms()),
                Duration.ofMillis(config.forward_pause_max_ms()),
                Duration.ofMillis(config.step_limit_ms()),
                Duration.ofMillis(config.publish_ms()),
                Duration.ofMillis(config.plan_ms()),
                Duration.ofMillis(config.stop_limit_ms()),
                config.journal_keep_entries(),
                config.journal_keep_bytes(),
                config.export_entries(),
                Duration.ofSeconds(config.export_period_s()),
                config.export_keep(),
                Duration.ofDays(config.journal_retention_days()),
                settings(config));
    }

    /** How long a new leader puts off what can wait. */
    Duration settle() {
        return sweep.compareTo(retryMax) < 0 ? sweep : retryMax;
    }

    /** How long after a step the next one must not take for granted that nobody else leads: far longer than the loop ever waits. */
    Duration standstill() {
        return contactLimit.dividedBy(2);
    }

    private static Settings settings(ManagerConfig config) {
        return new Settings(
                Settings.DEFAULT.maxCpus(),
                Settings.DEFAULT.maxMemoryMiB(),
                Settings.DEFAULT.maxVolumeBytes(),
                Duration.ofSeconds(config.stop_grace_s()),
                Duration.ofMillis(config.agent_timeout_ms()),
                config.system_reserved_memory_mib(),
                config.restart_limit(),
                Duration.ofMillis(config.restart_backoff_ms()),
                Duration.ofMillis(config.restart_backoff_max_ms()),
                Duration.ofSeconds(config.restart_stable_s()),
                Duration.ofHours(config.task_retention_h()),
                config.task_limit(),
                Duration.ofHours(config.key_retention_h()),
                config.key_limit());
    }
}
