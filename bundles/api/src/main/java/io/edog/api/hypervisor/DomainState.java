package io.edog.api.hypervisor;

/** What a domain that exists is doing. One that does not exist is not listed. */
public enum DomainState {
    /** Being created; no guest code has run. */
    STARTING,
    RUNNING,
    PAUSED,
    /** Its guest has powered off and its process is being removed. */
    ENDING
}
