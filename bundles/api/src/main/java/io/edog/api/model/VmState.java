package io.edog.api.model;

/** What a VM is, as far as edog can know. {@link #UNKNOWN} is never treated as dead. */
public enum VmState {
    CREATING,
    STOPPED,
    STARTING,
    RUNNING,
    PAUSED,
    STOPPING,
    MIGRATING,
    UNKNOWN,
    ERROR
}
