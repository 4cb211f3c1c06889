package io.edog.store.internal;

import io.edog.api.member.StateMark;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Derby database made to try a backup out, and gone afterwards. */
final class ScratchDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchDatabase.class);
    private static final String NAME = "scratch-";

    private final Driver derby;
    private final Path parent;

    /**
     * Touches nothing yet.
     *
     * @param parent the directory in which it is made; nobody else makes any there
     */
    ScratchDatabase(Driver derby, Path parent) {
        this.derby = derby;
        this.parent = parent;
    }

    /**
     * Restores a file into a fresh database, and reads that.
     *
     * @throws StoreException if it can't be restored, or what comes back has another index or state hash
     */
    StateHeader restore(Path file) {
        deleteAll();
        try {
            Path directory = Files.createTempDirectory(parent, NAME);
            return restore(file, directory.resolve("db"));
        } catch (IOException | SQLException e) {
            throw new StoreException("a scratch database can't be made in " + parent + ": " + Causes.deepest(e), e);
        } finally {
            deleteAll();
        }
    }

    private StateHeader restore(Path file, Path db) throws SQLException {
        DriverDataSource source = new DriverDataSource(derby, "jdbc:derby:" + db + ";create=true", new Properties());
        try (StandaloneDatabase database = StandaloneDatabase.open(source)) {
            StateHeader header = database.replace(file);
            StateMark restored = database.check();
            if (!restored.equals(new StateMark(header.place(), header.stateHash()))) {
                throw new StoreException("what was restored is of index " + restored.index() + " and state hash "
                        + restored.hash().hex() + ", the backup says " + header.index() + " and " + header.hash());
            }
            return header;
        } finally {
            EmbeddedDerby.close(derby, db);
        }
    }

    /** Also what a crash has left. */
    private void deleteAll() {
        try (Stream<Path> all = Files.list(parent)) {
            for (Path old : all.filter(
                            path -> String.valueOf(path.getFileName()).startsWith(NAME))
                    .toList()) {
                delete(old);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("scratch databases in {} can't be deleted: {}", parent, e.getMessage());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
