package io.edog.api.model;

/** What a VM's owner wants it to be. */
public enum Power {
    RUNNING,
    PAUSED,
    STOPPED
}
