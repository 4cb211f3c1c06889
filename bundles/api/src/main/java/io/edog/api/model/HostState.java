package io.edog.api.model;

/** What a host is, as far as the managers can know. */
public enum HostState {
    UP,
    UNKNOWN,
    LOST,
    FENCED,
    MAINTENANCE
}
