package io.edog.store.internal;

import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.state.StateHash;
import java.util.stream.Stream;
import javax.persistence.EntityManager;

/** Replaces everything by a state within a transaction, some objects at a time: {@link #begin}, each {@link #put}, {@link #end}. */
final class StateInstaller {
    private static final String MOVE = "update MetaRow m set m.appliedIndex = :index, m.epoch = :epoch, m.head = :head,"
            + " m.stateHash = :hash where m.id = :key";
    private static final String MOVE_ON = MOVE + " and m.appliedIndex <= :index";

    private final EntityManager em;
    private final int batch;
    private int pending;

    StateInstaller(EntityManager em, int batch) {
        this.em = em;
        this.batch = batch;
    }

    /**
     * Empties all tables, the archive too.
     *
     * @throws Older if the database is ahead of the state
     */
    void begin(Place place, StateHash hash) {
        if (move(MOVE_ON, place, hash) != 1) {
            throw new Older(place.index(), em.find(MetaRow.class, MetaRow.KEY).applied());
        }
        empty();
    }

    /** Empties all tables, wherever the database is. */
    void beginAnew(Place place, StateHash hash) {
        move(MOVE, place, hash);
        empty();
    }

    private void empty() {
        em.createQuery("delete from JournalRow j").executeUpdate();
        Stream.of(Kind.values())
                .map(kind -> Tables.of(kind).rows().getSimpleName())
                .forEach(rows -> em.createQuery("delete from " + rows + " r").executeUpdate());
    }

    /** First of all and in one statement, so that of two writers the second waits, and then sees what the first did. */
    private int move(String query, Place place, StateHash hash) {
        return em.createQuery(query)
                .setParameter("index", place.index().value())
                .setParameter("epoch", place.epoch().value())
                .setParameter("head", place.head())
                .setParameter("hash", hash.hex())
                .setParameter("key", MetaRow.KEY)
                .executeUpdate();
    }

    void put(Resource object) {
        em.persist(Tables.of(object.resourceKind()).row(object));
        pending++;
        if (pending == batch) {
            letGo();
        }
    }

    void end() {
        letGo();
    }

    /** Sends what was persisted and forgets it, so that memory stays bounded by the batch. */
    private void letGo() {
        em.flush();
        em.clear();
        pending = 0;
    }

    /** The state is older than what the database has applied. */
    static final class Older extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Older(Index state, Index applied) {
            super("a state of index " + state + " is older than the applied index " + applied);
        }
    }
}
