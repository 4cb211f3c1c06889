package io.edog.rest.internal.body;

import java.util.Optional;

/**
 * How this node is.
 *
 * @param status {@code ok}, {@code degraded}, {@code starting} or {@code unavailable}
 * @param role {@code leader}, {@code manager}, {@code agent} or {@code none}
 * @param reason why it is not {@code ok}
 */
public record HealthView(String status, String role, Optional<String> reason) {}
