package io.edog.store.internal;

import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import javax.persistence.EntityManager;

/** Replaces everything by a state within a transaction, some objects at a time. */
final class StateInstaller {
    private static final String MOVE = "update MetaRow m set m.appliedIndex = :index, m.epoch = :epoch, m.head = :head,"
            + " m.stateHash = :hash where m.id = :key and m.appliedIndex <= :index";

    private final EntityManager em;
    private final int batch;

    StateInstaller(EntityManager em, int batch) {
        this.em = em;
        this.batch = batch;
    }

    /**
     * Empties all tables, the archive too, and writes the state's objects.
     *
     * @return the state's index, which the database is at now
     * @throws Older if the database is ahead of the state
     */
    Index install(ClusterState state) {
        move(state);
        em.createQuery("delete from JournalRow j").executeUpdate();
        for (Kind kind : Kind.values()) {
            replace(Tables.of(kind), state);
        }
        return state.index();
    }

    /** First of all and in one statement, so that of two writers the second waits, and then sees what the first did. */
    private void move(ClusterState state) {
        int moved = em.createQuery(MOVE)
                .setParameter("index", state.index().value())
                .setParameter("epoch", state.epoch().value())
                .setParameter("head", state.head())
                .setParameter("hash", state.hash().hex())
                .setParameter("key", MetaRow.KEY)
                .executeUpdate();
        if (moved != 1) {
            throw new Older(state, em.find(MetaRow.class, MetaRow.KEY));
        }
    }

    private void replace(Tables.Table<?> table, ClusterState state) {
        em.createQuery("delete from " + table.rows().getSimpleName() + " r").executeUpdate();
        int pending = 0;
        for (Resource object : state.all(table.kind()).values()) {
            em.persist(table.row(object));
            pending++;
            if (pending % batch == 0) {
                letGo();
            }
        }
        letGo();
    }

    /** Sends what was persisted and forgets it, so that memory stays bounded by the batch. */
    private void letGo() {
        em.flush();
        em.clear();
    }

    /** The state is older than what the database has applied. */
    static final class Older extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Older(ClusterState state, MetaRow meta) {
            super("a state of index " + state.index() + " is older than the applied index " + meta.applied());
        }
    }
}
