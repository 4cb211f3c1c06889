package io.edog.rest.internal.body;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;

/** A name and a password. */
public record LoginBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> user,
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> password) {
    @Override
    public String toString() {
        return "LoginBody[]";
    }
}
