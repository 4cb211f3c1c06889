package io.edog.rest.internal.body;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;
import java.util.Set;

/**
 * A user to create.
 *
 * @param roles {@code user} alone, when absent
 */
public record CreateUserBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> name,
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> password,
        Optional<Set<String>> roles) {
    @Override
    public String toString() {
        return "CreateUserBody[" + name + ", " + roles + "]";
    }
}
