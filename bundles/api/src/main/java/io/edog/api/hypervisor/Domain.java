package io.edog.api.hypervisor;

/**
 * A domain of edog's, as the hypervisor sees it. What it is and whom it belongs to is read from its own metadata, so that
 * no memory of ours is needed.
 *
 * @param bootId boot of the host it was created in
 * @param operation id of the task that began it
 * @param reason why it is paused
 * @param detail the hypervisor's word on its state; may be empty
 */
public record Domain(
        DomainKey key, String bootId, String operation, DomainState state, PauseReason reason, String detail) {
    /** The same domain in another state. */
    public Domain withState(DomainState newState, PauseReason newReason) {
        return new Domain(key, bootId, operation, newState, newReason, "");
    }
}
