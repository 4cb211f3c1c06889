package io.edog.rbac.internal;

import java.time.Duration;

/**
 * How long sessions and tokens last.
 *
 * @param login a log-in
 * @param token a token made without an end
 * @param longestToken any token
 */
record SessionLife(Duration login, Duration token, Duration longestToken) {}
