package io.edog.api.model;

import java.time.Instant;

/**
 * How a guest is to be ended.
 *
 * @param graceSeconds how long to wait for the guest after the ACPI power button, 0 to 86,400; then it is forced
 * @param force do not ask, destroy at once
 * @param at when the grace time began
 */
public record StopRequest(int graceSeconds, boolean force, Instant at) {}
