package io.edog.rest.internal.body;

import java.util.Optional;

/** A name and a password. */
public record LoginBody(Optional<String> user, Optional<String> password) {
    @Override
    public String toString() {
        return "LoginBody[]";
    }
}
