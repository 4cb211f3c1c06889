package io.edog.rest.internal.body;

/** The body of an action that takes no arguments: empty, or {@code {}}. */
public record NothingBody() {}
