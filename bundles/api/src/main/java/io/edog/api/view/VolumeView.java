package io.edog.api.view;

import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import java.util.Optional;

/**
 * A volume.
 *
 * @param pool id of its pool
 * @param sizeBytes size a guest sees, in bytes; 0 until known
 * @param attachedTo id of the VM that has it, if one has
 */
public record VolumeView(
        String id,
        String name,
        String pool,
        long sizeBytes,
        String tenant,
        VolumeState state,
        Optional<String> attachedTo) {

    /** A volume as people see it. */
    public static VolumeView of(Volume volume) {
        return new VolumeView(
                volume.id(),
                volume.name(),
                volume.pool(),
                volume.sizeBytes(),
                volume.tenant(),
                volume.state(),
                volume.attachedTo());
    }
}
