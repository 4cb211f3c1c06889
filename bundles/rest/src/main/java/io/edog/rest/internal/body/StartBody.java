package io.edog.rest.internal.body;

import java.util.Optional;

/**
 * How to start.
 *
 * @param host id or name of the host to start on; chosen when absent
 */
public record StartBody(Optional<String> host) {}
