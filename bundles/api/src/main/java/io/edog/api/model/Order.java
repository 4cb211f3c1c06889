package io.edog.api.model;

/**
 * Something to be done once to a running guest. The agent remembers the last order it carried out, by task.
 *
 * @param task id of the task that waits for it
 * @param kind what to do
 */
public record Order(String task, OrderKind kind) {
    /** What can be done to a running guest without ending its run. */
    public enum OrderKind {
        /** Ask the guest to restart itself. */
        REBOOT,
        /** Pull the reset line. */
        RESET
    }
}
