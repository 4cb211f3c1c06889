package io.edog.api.hypervisor;

/** Why a domain is paused. */
public enum PauseReason {
    /** It is not paused. */
    NONE,
    /** It was created so, or suspended on request. */
    REQUESTED,
    /** A disk did not answer or is full; resuming it would only try again. */
    IO_ERROR,
    /** Anything else; the detail has the hypervisor's word. */
    OTHER
}
