package io.edog.sim.oracle;

/** A rule that was broken, and how. */
public record Violation(String rule, String detail) {}
