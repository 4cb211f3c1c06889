package io.edog.api.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An image that volumes are cloned from; never written after its import.
 *
 * @param name unique within the tenant
 * @param os such as {@code linux}
 * @param version the image's own version, free text
 * @param pool id of the pool it lies in
 * @param sizeBytes size a clone has at least, in bytes; 0 until imported
 * @param source path of the file on the importing host
 * @param host id of the host that imports or removes it, while one does
 * @param task id of the task that waits for it, if one does
 */
public record Template(
        String id,
        String tenant,
        String name,
        String os,
        String version,
        String pool,
        long sizeBytes,
        VolumeState state,
        String reason,
        String source,
        Optional<String> host,
        Optional<String> task,
        Instant createdAt)
        implements Resource {
    @Override
    public String owner() {
        return Tenants.NOBODY;
    }

    @Override
    public Kind resourceKind() {
        return Kind.TEMPLATE;
    }

    public Template withState(VolumeState newState, String why) {
        return new Template(
                id, tenant, name, os, version, pool, sizeBytes, newState, why, source, host, task, createdAt);
    }

    public Template withSize(long bytes) {
        return new Template(id, tenant, name, os, version, pool, bytes, state, reason, source, host, task, createdAt);
    }

    public Template withHost(Optional<String> newHost) {
        return new Template(
                id, tenant, name, os, version, pool, sizeBytes, state, reason, source, newHost, task, createdAt);
    }

    public Template withTask(Optional<String> newTask) {
        return new Template(
                id, tenant, name, os, version, pool, sizeBytes, state, reason, source, host, newTask, createdAt);
    }
}
