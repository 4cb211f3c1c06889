package io.edog.shell.internal;

import java.time.Duration;

/**
 * How long a command waits.
 *
 * @param submit for its acceptance
 * @param task for its task
 * @param follow for whatever it follows
 */
public record Limits(Duration submit, Duration task, Duration follow) {

    /** The limits that a configuration sets. */
    public static Limits of(ShellConfig config) {
        return new Limits(
                Duration.ofSeconds(config.submitLimitSeconds()),
                Duration.ofSeconds(config.taskLimitSeconds()),
                Duration.ofSeconds(config.commandLimitSeconds()));
    }
}
