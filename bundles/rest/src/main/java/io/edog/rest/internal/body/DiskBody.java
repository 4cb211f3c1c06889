package io.edog.rest.internal.body;

import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import java.util.Optional;

/**
 * A volume to attach.
 *
 * @param volume its id or name
 * @param bus {@code virtio} when absent
 */
public record DiskBody(Optional<String> volume, Optional<DiskBus> bus) {
    Disk disk(String field) {
        return new Disk(Given.required(field + ".volume", volume), bus.orElse(DiskBus.VIRTIO));
    }
}
