package io.edog.itests.history.client;

import io.edog.itests.support.Rest;

/** A manager as a client reaches it. */
public record Endpoint(String manager, Rest rest) {}
