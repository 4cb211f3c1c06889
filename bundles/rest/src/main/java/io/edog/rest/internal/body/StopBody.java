package io.edog.rest.internal.body;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to stop.
 *
 * @param graceSeconds how long to wait for the guest after its power button; then it is forced
 * @param force do not ask the guest
 */
public record StopBody(OptionalInt graceSeconds, Optional<Boolean> force) {}
