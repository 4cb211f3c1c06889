package io.edog.rest.internal.body;

import java.util.Optional;
import java.util.Set;

/** A change to a user; absent fields stay. */
public record UpdateUserBody(Optional<Set<String>> roles, Optional<Boolean> locked) {}
