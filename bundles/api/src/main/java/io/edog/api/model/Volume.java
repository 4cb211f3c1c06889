package io.edog.api.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A disk image.
 *
 * @param name unique within the tenant
 * @param pool id of the pool it lies in
 * @param sizeBytes size the guest sees, in bytes; 0 until known for a clone
 * @param state what it is
 * @param reason why, in a sentence; may be empty
 * @param template id of the template it is a linked clone of, if it is one
 * @param host id of the host that makes or removes it, while one does
 * @param attachedTo id of the VM that has it, if one has
 * @param task id of the task that waits for it, if one does
 */
public record Volume(
        String id,
        String tenant,
        String owner,
        String name,
        String pool,
        long sizeBytes,
        VolumeState state,
        String reason,
        Optional<String> template,
        Optional<String> host,
        Optional<String> attachedTo,
        Optional<String> task,
        Instant createdAt)
        implements Resource {
    @Override
    public Kind resourceKind() {
        return Kind.VOLUME;
    }

    public Volume withState(VolumeState newState, String why) {
        return new Volume(
                id, tenant, owner, name, pool, sizeBytes, newState, why, template, host, attachedTo, task, createdAt);
    }

    public Volume withSize(long bytes) {
        return new Volume(
                id, tenant, owner, name, pool, bytes, state, reason, template, host, attachedTo, task, createdAt);
    }

    public Volume withHost(Optional<String> newHost) {
        return new Volume(
                id,
                tenant,
                owner,
                name,
                pool,
                sizeBytes,
                state,
                reason,
                template,
                newHost,
                attachedTo,
                task,
                createdAt);
    }

    public Volume withAttachedTo(Optional<String> vm) {
        return new Volume(id, tenant, owner, name, pool, sizeBytes, state, reason, template, host, vm, task, createdAt);
    }

    public Volume withTask(Optional<String> newTask) {
        return new Volume(
                id,
                tenant,
                owner,
                name,
                pool,
                sizeBytes,
                state,
                reason,
                template,
                host,
                attachedTo,
                newTask,
                createdAt);
    }
}
