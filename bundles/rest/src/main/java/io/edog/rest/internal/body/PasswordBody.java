package io.edog.rest.internal.body;

import java.util.Optional;

/** A new password. */
public record PasswordBody(Optional<String> password) {
    @Override
    public String toString() {
        return "PasswordBody[]";
    }
}
