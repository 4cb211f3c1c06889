package io.edog.store.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.member.StateMark;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import java.io.BufferedInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** A database used without the container, by one thread: of a manager that is stopped, or to try a backup out. */
public final class StandaloneDatabase implements AutoCloseable {
    private static final int BATCH = 500;

    private final EntityManagerFactory factory;
    private final JpaStateStore store;

    private StandaloneDatabase(EntityManagerFactory factory) {
        this.factory = factory;
        this.store = new JpaStateStore(this::transaction, BATCH, BATCH);
    }

    /** Opens a database, and brings its schema up to date. */
    public static StandaloneDatabase open(DataSource dataSource) throws SQLException {
        Schema.migrate(dataSource);
        StandaloneUnit unit = new StandaloneUnit("edog-" + UUID.randomUUID(), dataSource);
        return new StandaloneDatabase(new PersistenceProvider().createContainerEntityManagerFactory(unit, Map.of()));
    }

    private <T> T transaction(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    /**
     * What the database holds.
     *
     * @throws StoreException if it can't be read or is damaged
     */
    public ClusterState load() {
        return store.load();
    }

    /**
     * Where the database is, after looking whether its rows give the recorded state hash.
     *
     * @throws StoreException if it can't be read or is damaged
     */
    public StateMark check() {
        return store.check();
    }

    /** The epoch of the last entry that was applied. */
    public Epoch epoch() {
        return store.place().epoch();
    }

    /**
     * Replaces everything by the state in a file, whatever index the database has. The file is checked on the way; a part of it
     * at a time is in memory.
     *
     * @throws StoreException if the file is not whole or the database can't be written; then it is as it was
     */
    public StateHeader replace(Path file) {
        return store.replace(() -> new BufferedInputStream(Files.newInputStream(file)));
    }

    /**
     * Forgets everything, as if nothing had ever been applied.
     *
     * @throws StoreException if the database can't be written; then it is as it was
     */
    public void empty() {
        store.empty();
    }

    @Override
    public void close() {
        factory.close();
    }
}
