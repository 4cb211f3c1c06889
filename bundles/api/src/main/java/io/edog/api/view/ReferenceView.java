package io.edog.api.view;

import io.edog.api.model.Kind;

/**
 * An object of which no more is told than that it is, or was, there.
 *
 * @param id its id
 * @param kind what it is
 */
public record ReferenceView(String id, Kind kind, String tenant) {}
