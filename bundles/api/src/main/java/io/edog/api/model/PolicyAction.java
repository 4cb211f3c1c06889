package io.edog.api.model;

/** What edog does by itself when a guest ends. */
public enum PolicyAction {
    /** Start it again, with back-off and a limit. */
    RESTART,
    /** Record it as stopped, and want it stopped. */
    STOP,
    /** Record what happened and change nothing else: it stays wanted as it was, and waits for a person. */
    LEAVE
}
