package io.edog.offline;

import io.edog.store.internal.DriverDataSource;
import io.edog.store.internal.StandaloneDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** An embedded Derby database in a directory. */
record DerbyDirectory(Path directory) implements OfflineDatabase {
    /** The directory that a URL names. */
    static Path path(String url) {
        return Path.of(
                url.substring("jdbc:derby:".length()).replaceFirst(";.*", "").replaceFirst("^directory:", ""));
    }

    @Override
    public boolean exists() {
        return Files.exists(directory.resolve("service.properties"));
    }

    @Override
    public <T> T use(Use<T> use) throws IOException, SQLException {
        if (!exists()) {
            throw new IOException("there is no database in " + directory);
        }
        return use(directory, "", use);
    }

    private static <T> T use(Path directory, String attributes, Use<T> use) throws IOException, SQLException {
        String url = "jdbc:derby:" + directory;
        DriverDataSource source =
                new DriverDataSource(DriverManager.getDriver(url), url + attributes, new Properties());
        try (StandaloneDatabase database = StandaloneDatabase.open(source)) {
            return use.with(database);
        } finally {
            shutDown(url);
        }
    }

    private static void shutDown(String url) throws SQLException {
        try {
            DriverManager.getConnection(url + ";shutdown=true");
        } catch (SQLException e) {
            boolean asAsked = "08006".equals(e.getSQLState());
            boolean neverOpened = "XJ004".equals(e.getSQLState()) || "XJ040".equals(e.getSQLState());
            if (!asAsked && !neverOpened) {
                throw e;
            }
        }
    }

    /** Made beside the old one, which is then renamed. */
    @Override
    public Optional<Path> replace(Use<?> fill) throws IOException, SQLException {
        refuseIfOpen();
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        Directories.delete(fresh);
        use(fresh, ";create=true", database -> {
            Object filled = fill.with(database);
            database.check();
            return filled == null;
        });
        Optional<Path> old = Directories.setAside(directory);
        Directories.move(fresh, directory);
        return old;
    }

    /** An open Derby would not notice that its directory is renamed. */
    private void refuseIfOpen() throws IOException, SQLException {
        if (exists() && Files.exists(directory.resolve("db.lck"))) {
            use(database -> database);
        }
    }

    @Override
    public void remove() throws IOException, SQLException {
        refuseIfOpen();
        Directories.deleteWithOld(directory);
    }

    @Override
    public String name() {
        return directory.toString();
    }
}
