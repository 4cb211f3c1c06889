package io.edog.offline;

import io.edog.store.internal.DriverDataSource;
import io.edog.store.internal.StandaloneDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** A database on a server, such as PostgreSQL. */
record DatabaseServer(String url, Optional<String> user, Optional<String> password) implements OfflineDatabase {
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public <T> T use(Use<T> use) throws IOException, SQLException {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        try (StandaloneDatabase database =
                StandaloneDatabase.open(new DriverDataSource(DriverManager.getDriver(url), url, properties))) {
            return use.with(database);
        }
    }

    /** In place, in one transaction. */
    @Override
    public Optional<Path> replace(Use<?> fill) throws IOException, SQLException {
        use(database -> fill.with(database));
        return Optional.empty();
    }

    /** The tables stay, and are empty: whoever made the database on the server may drop it. */
    @Override
    public void remove() throws IOException, SQLException {
        use(database -> {
            database.empty();
            return database;
        });
    }

    @Override
    public String name() {
        return url.replaceFirst("\\?.*", "");
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return name();
    }
}
