package io.edog.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Derby database whose creation was cut off. Derby refuses to open it and to create it again; nothing was ever
 * committed to it, since Derby writes {@code service.properties} as the last step of creating one.
 */
final class UnfinishedDerby {
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedDerby.class);

    private UnfinishedDerby() {}

    /** Renames the database directory if its creation was cut off. */
    static void setAside(Path directory) throws SQLException {
        if (Files.isDirectory(directory) && !wasFinished(directory)) {
            rename(directory);
        }
    }

    /** While Derby replaces {@code service.properties} it keeps the one before as {@code service.propertiesold}. */
    private static boolean wasFinished(Path directory) {
        return Stream.of("service.properties", "service.propertiesold")
                .anyMatch(name -> Files.exists(directory.resolve(name)));
    }

    private static void rename(Path directory) throws SQLException {
        try {
            Path aside = Files.createTempDirectory(
                    directory.toAbsolutePath().getParent(), directory.getFileName() + ".unfinished-");
            Files.move(directory, aside.resolve(directory.getFileName()));
            LOG.warn(
                    "database directory {} was left unfinished by an earlier start; it now lies in {}",
                    directory,
                    aside);
        } catch (IOException e) {
            throw new SQLException("the unfinished database directory " + directory + " can't be renamed", e);
        }
    }
}
