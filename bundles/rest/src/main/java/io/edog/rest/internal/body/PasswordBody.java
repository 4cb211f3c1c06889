package io.edog.rest.internal.body;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;

/** A new password. */
public record PasswordBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> password) {
    @Override
    public String toString() {
        return "PasswordBody[]";
    }
}
