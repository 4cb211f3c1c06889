package io.edog.api.bus;

import java.time.Instant;

/**
 * Whether a daemon a host depends on answers.
 *
 * @param detail version when up, the reason when not
 * @param since when that began
 */
public record Daemon(boolean up, String detail, Instant since) {}
