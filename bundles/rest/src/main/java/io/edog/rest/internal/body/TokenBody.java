package io.edog.rest.internal.body;

import java.time.Instant;
import java.util.Optional;

/**
 * A token to make.
 *
 * @param name what it is for
 * @param expiresAt its end; some months from now when absent
 */
public record TokenBody(Optional<String> name, Optional<Instant> expiresAt) {}
