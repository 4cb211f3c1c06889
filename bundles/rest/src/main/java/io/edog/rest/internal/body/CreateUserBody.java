package io.edog.rest.internal.body;

import java.util.Optional;
import java.util.Set;

/**
 * A user to create.
 *
 * @param roles {@code user} alone, when absent
 */
public record CreateUserBody(Optional<String> name, Optional<String> password, Optional<Set<String>> roles) {
    @Override
    public String toString() {
        return "CreateUserBody[" + name + ", " + roles + "]";
    }
}
