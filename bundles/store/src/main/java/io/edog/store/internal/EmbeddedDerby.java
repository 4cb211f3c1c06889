package io.edog.store.internal;

import io.edog.store.internal.PatientHook.Patience;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Derby database in this process. Derby opens one read-only when its disk is full, and leaves it so when there is room again: such
 * a one is closed, and opened anew by whoever asks for a connection next. Thread-safe.
 */
final class EmbeddedDerby {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDerby.class);
    /** Its data, and its schema, can't be changed. */
    private static final Set<String> READ_ONLY = Set.of("25502", "25503");

    private static final String CLOSED_AS_ASKED = "08006";

    private final Driver driver;
    private final Path directory;
    private final Patience patience;
    private int closings;
    private long notBefore = System.nanoTime();

    /** @param patience from one closing to the next */
    EmbeddedDerby(Driver driver, Path directory, Patience patience) {
        this.driver = driver;
        this.directory = directory;
        this.patience = patience;
    }

    /** The configured one, if the database is a Derby. */
    static Optional<EmbeddedDerby> of(StoreConfig config, DataSourceFactory derby) throws SQLException {
        return config.derby_directory().isBlank()
                ? Optional.empty()
                : Optional.of(new EmbeddedDerby(
                        derby.createDriver(new Properties()), Path.of(config.derby_directory()), Patience.of(config)));
    }

    /** Closes a database, which may be open; what is under way there fails. */
    static void close(Driver driver, Path directory) throws SQLException {
        try {
            driver.connect("jdbc:derby:" + directory + ";shutdown=true", new Properties());
        } catch (SQLException e) {
            if (!CLOSED_AS_ASKED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** To be called before it is opened for the first time. */
    void setAsideIfUnfinished() throws SQLException {
        UnfinishedDerby.setAside(directory);
    }

    /** Closes it if it is read-only, and that is why something failed. */
    synchronized void failed(Throwable why) {
        long late = System.nanoTime() - notBefore;
        if (late < 0 || Causes.sqlStates(why).noneMatch(READ_ONLY::contains)) {
            return;
        }
        closings = late < patience.most().toNanos() ? closings + 1 : 1;
        long wait = patience.after(closings).toNanos();
        notBefore += late + wait;
        LOG.warn(
                "database {} was opened read-only, since its disk was full or can't be written: it is opened anew, the next time"
                        + " in {} ms at the earliest",
                directory,
                wait / 1_000_000);
        close();
    }

    private void close() {
        try {
            close(driver, directory);
        } catch (SQLException e) {
            LOG.warn("database {} can't be closed: {}", directory, Causes.deepest(e));
        }
    }
}
