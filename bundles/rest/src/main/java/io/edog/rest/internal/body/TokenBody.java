package io.edog.rest.internal.body;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A token to make.
 *
 * @param name what it is for
 * @param expiresAt its end; some months from now when absent
 */
public record TokenBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> name, Optional<Instant> expiresAt) {}
