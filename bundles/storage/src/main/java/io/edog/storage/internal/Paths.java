package io.edog.storage.internal;

import java.nio.file.Path;
import java.util.Optional;

/** Small questions about paths. */
final class Paths {
    private Paths() {}

    /** The directory something lies in. */
    static Path parent(Path path) {
        return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    }

    /** The last name of a path. */
    static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }
}
