package io.edog.rest.internal.body;

import io.edog.api.command.StorageCommand.ImportTemplate;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;

/**
 * A template to import.
 *
 * @param os such as {@code linux}
 * @param version the image's own version
 * @param pool name of the pool; the only one, or {@code default}, when absent
 */
public record ImportTemplateBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> name,
        Optional<String> os,
        Optional<String> version,
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<Source> source,
        Optional<String> pool) {

    /**
     * Where the image is.
     *
     * @param path absolute path of a file that a host with the pool can read
     */
    public record Source(
            @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> path) {}

    /** The command; a 400 problem at a field that is missing. */
    public ImportTemplate command() {
        return new ImportTemplate(
                Given.required("name", name),
                os.orElse(""),
                version.orElse(""),
                Given.required("source.path", source.flatMap(Source::path)),
                pool);
    }
}
