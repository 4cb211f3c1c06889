package io.edog.api.bus;

/** What a host sees of a guest. */
public enum GuestState {
    /** Assigned and not begun; the detail says what it waits for. */
    WAITING,
    STARTING,
    RUNNING,
    PAUSED,
    STOPPING,
    /** Over for good, this run is never started again. */
    ENDED,
    /** The host's own libvirt can't say; the detail says why. Never means dead. */
    UNKNOWN
}
