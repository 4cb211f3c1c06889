package io.edog.rest.internal.http;

import io.edog.api.journal.Index;
import io.edog.api.service.Principal;
import java.util.Optional;

/**
 * Who asks, and how.
 *
 * @param key the idempotency key, if one was given
 * @param minIndex what the answer must have seen, if that was asked for
 */
public record Caller(Principal principal, Optional<String> key, Optional<Index> minIndex) {}
