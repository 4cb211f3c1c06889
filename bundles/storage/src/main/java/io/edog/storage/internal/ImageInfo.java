package io.edog.storage.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What qemu-img says of an image.
 *
 * @param virtualSize the size a guest sees, in bytes
 * @param backingFile the image it is laid over
 * @param specific what only its format has
 */
public record ImageInfo(
        String format,
        @JsonProperty("virtual-size") long virtualSize,
        @JsonProperty("backing-filename") Optional<String> backingFile,
        @JsonProperty("format-specific") Optional<Specific> specific) {
    /** What only a format has. */
    public record Specific(Optional<Data> data) {}

    /**
     * What only qcow2 has.
     *
     * @param dataFile the file its contents lie in
     */
    public record Data(@JsonProperty("data-file") Optional<String> dataFile) {}

    /** The file its contents lie in, if that is another. */
    Optional<String> dataFile() {
        return specific.flatMap(Specific::data).flatMap(Data::dataFile);
    }
}
