package io.edog.appctl.plan;

import java.util.Optional;

/**
 * A host as the caller named it: {@code address} or {@code name=address}.
 *
 * @param name as given; empty leaves it to the host's own name
 */
public record Wanted(Optional<String> name, String address) {}
