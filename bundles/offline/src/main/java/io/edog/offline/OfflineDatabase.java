package io.edog.offline;

import io.edog.store.internal.StandaloneDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The database of a manager that is stopped. */
interface OfflineDatabase {
    /** Something that is done with an open database. */
    interface Use<T> {
        T with(StandaloneDatabase database) throws IOException, SQLException;
    }

    /** The database that a configuration names; Derby in the data directory if it names none. */
    static OfflineDatabase of(Settings settings, Path data) {
        String url = settings.get("url").orElse("jdbc:derby:" + data.resolve("db"));
        return url.startsWith("jdbc:derby:")
                ? new DerbyDirectory(DerbyDirectory.path(url))
                : new DatabaseServer(url, settings.get("user"), settings.get("password"));
    }

    /** Whether there is one to be opened. */
    boolean exists();

    /** Opens it, does something, and closes it. */
    <T> T use(Use<T> use) throws IOException, SQLException;

    /**
     * Puts another database in its place, whatever is there now.
     *
     * @param fill gives the new one its contents; if it fails, the old one stays as it is
     * @return where the old one lies now, if it was kept
     */
    Optional<Path> replace(Use<?> fill) throws IOException, SQLException;

    /** Deletes it, and those that it replaced. */
    void remove() throws IOException, SQLException;

    /** For people: which one it is, without a password. */
    String name();
}
