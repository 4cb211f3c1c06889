package io.edog.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.apache.commons.dbcp2.BasicDataSource;

/** A database opened as the appliance opens it, but in plain Java SE. */
final class TestDatabase implements AutoCloseable {
    private static final int BATCH = 16;

    /** Ends what serves the database. */
    private interface Shutdown {
        void run() throws SQLException;
    }

    private final BasicDataSource dataSource = new BasicDataSource();
    private final EntityManagerFactory factory;
    private final Shutdown shutdown;

    private TestDatabase(String url, Shutdown shutdown) throws SQLException {
        this.shutdown = shutdown;
        dataSource.setUrl(url);
        dataSource.setMaxTotal(4);
        Schema.migrate(dataSource);
        factory = Persistence.createEntityManagerFactory(
                "edog", Map.of("javax.persistence.nonJtaDataSource", dataSource));
    }

    /** A Derby database in a directory. */
    static TestDatabase open(Path directory) throws SQLException {
        UnfinishedDerby.setAside(directory);
        return new TestDatabase("jdbc:derby:" + directory + ";create=true", () -> shutDerbyDown(directory));
    }

    /** A database on a server, which goes on when this is closed. */
    static TestDatabase open(String url) throws SQLException {
        return new TestDatabase(url, () -> {});
    }

    JpaStateStore store() {
        return store(BATCH);
    }

    JpaStateStore store(int batch) {
        return new JpaStateStore(transactions(), batch, batch);
    }

    Transactions transactions() {
        return new FactoryTransactions(factory);
    }

    BasicDataSource dataSource() {
        return dataSource;
    }

    /** Changes something behind the store's back. */
    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    /** The first column of the first row. */
    String query(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ResultSet rows = connection.createStatement().executeQuery(sql);
            return rows.next() ? rows.getString(1) : "no row";
        }
    }

    /** Lets the database go, so that it can be opened again, here or in another process. */
    @Override
    public void close() throws SQLException {
        factory.close();
        dataSource.close();
        shutdown.run();
    }

    private static void shutDerbyDown(Path directory) throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + directory + ";shutdown=true");
        } catch (SQLException e) {
            if (!e.getSQLState().equals("08006")) { // the database was shut down as asked
                throw e;
            }
        }
    }
}
