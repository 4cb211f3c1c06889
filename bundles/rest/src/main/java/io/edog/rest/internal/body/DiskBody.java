package io.edog.rest.internal.body;

import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;

/**
 * A volume to attach.
 *
 * @param volume its id or name
 * @param bus {@code virtio} when absent
 */
public record DiskBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> volume, Optional<DiskBus> bus) {
    Disk disk(String field) {
        return new Disk(Given.required(field + ".volume", volume), bus.orElse(DiskBus.VIRTIO));
    }
}
