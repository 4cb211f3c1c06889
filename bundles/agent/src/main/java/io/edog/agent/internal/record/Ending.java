package io.edog.agent.internal.record;

import io.edog.api.bus.EndCause;
import java.time.Instant;

/**
 * How a run ended.
 *
 * @param detail why, in a sentence; may be empty
 */
public record Ending(EndCause cause, String detail, Instant at) {}
