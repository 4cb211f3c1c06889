package io.edog.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.apache.commons.dbcp2.BasicDataSource;

/** A database opened as the appliance opens it, but in plain Java SE. */
final class TestDatabase implements AutoCloseable {
    private static final int BATCH = 16;
    private static final PatientHook.Patience PATIENCE =
            new PatientHook.Patience(Duration.ofMillis(10), Duration.ofMillis(500), Integer.MAX_VALUE);

    /** Ends what serves the database. */
    private interface Shutdown {
        void run() throws SQLException;
    }

    private final BasicDataSource dataSource = new BasicDataSource();
    private final EntityManagerFactory factory;
    private final Optional<EmbeddedDerby> derby;
    private final Shutdown shutdown;

    private TestDatabase(String url, Optional<EmbeddedDerby> derby, Shutdown shutdown) throws SQLException {
        this.derby = derby;
        this.shutdown = shutdown;
        dataSource.setUrl(url);
        dataSource.setMaxTotal(4);
        prepare();
        factory = Persistence.createEntityManagerFactory(
                "edog", Map.of("javax.persistence.nonJtaDataSource", dataSource));
    }

    /** A Derby database in a directory. */
    static TestDatabase open(Path directory) throws SQLException {
        String url = "jdbc:derby:" + directory + ";create=true";
        Driver driver = DriverManager.getDriver(url);
        return new TestDatabase(
                url,
                Optional.of(new EmbeddedDerby(driver, directory, PATIENCE)),
                () -> EmbeddedDerby.close(driver, directory));
    }

    /** A database on a server, which goes on when this is closed. */
    static TestDatabase open(String url) throws SQLException {
        return new TestDatabase(url, Optional.empty(), () -> {});
    }

    JpaStateStore store() {
        return store(BATCH);
    }

    JpaStateStore store(int batch) {
        return new JpaStateStore(transactions(), batch, batch);
    }

    Transactions transactions() {
        Transactions all = new FactoryTransactions(factory);
        return derby.<Transactions>map(database -> new DerbyTransactions(all, database))
                .orElse(all);
    }

    /** What is done before anybody else may have it. */
    void prepare() throws SQLException {
        new Preparation(derby).prepare(dataSource);
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

    /** Ends what serves the database; whoever asks for a connection next opens it again. */
    void letGo() throws SQLException {
        shutdown.run();
    }

    /** Lets the database go, so that it can be opened again, here or in another process. */
    @Override
    public void close() throws SQLException {
        factory.close();
        dataSource.close();
        letGo();
    }
}
