package io.edog.rest.internal.body;

import io.edog.api.command.StorageCommand.CreateVolume;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An empty volume to make.
 *
 * @param pool name of the pool; the only one, or {@code default}, when absent
 */
public record CreateVolumeBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> name,
        Optional<String> pool,
        @Schema(requiredMode = RequiredMode.REQUIRED) OptionalLong sizeBytes) {

    /** The command; a 400 problem at a field that is missing. */
    public CreateVolume command() {
        return new CreateVolume(Given.required("name", name), pool, Given.required("sizeBytes", sizeBytes));
    }
}
