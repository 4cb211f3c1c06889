package io.edog.api.export;

import io.edog.api.journal.Index;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A state in a file. What it says here is what its name says: only reading it shows that it is whole.
 *
 * @param path where it is
 * @param sequence rises with each file of its directory, whatever the clock does
 * @param index index of the last entry in it
 * @param at when it was taken, to the second
 * @param bytes its length
 */
public record StateFile(Path path, long sequence, Index index, Instant at, long bytes) {
    /** Its name in its directory. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
