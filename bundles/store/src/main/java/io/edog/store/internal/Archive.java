package io.edog.store.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.json.EntryCodec;
import io.edog.api.json.JsonException;
import io.edog.api.state.StoreException;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** The archived entries, seen within a transaction. */
final class Archive {
    private final EntityManager em;

    Archive(EntityManager em) {
        this.em = em;
    }

    List<Entry> read(Index from, int max) {
        return em
                .createQuery("select j.wire from JournalRow j where j.index >= :from order by j.index", byte[].class)
                .setParameter("from", from.value())
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(Archive::decode)
                .toList();
    }

    Optional<Index> oldest() {
        Long oldest = em.createQuery("select min(j.index) from JournalRow j", Long.class)
                .getSingleResult();
        return Optional.ofNullable(oldest).map(Index::new);
    }

    Index applied() {
        return em.find(MetaRow.class, MetaRow.KEY).applied();
    }

    /**
     * Deletes some of the oldest entries below an index, the last applied one excepted.
     *
     * @return whether there may be more to delete
     */
    boolean prune(Index below, int batch) {
        long keep = Math.min(below.value(), applied().value());
        long oldest = oldest().map(Index::value).orElse(keep);
        long upTo = Math.min(keep, oldest + batch);
        em.createQuery("delete from JournalRow j where j.index < :upTo")
                .setParameter("upTo", upTo)
                .executeUpdate();
        return upTo < keep;
    }

    private static Entry decode(byte[] wire) {
        try {
            return EntryCodec.decode(wire);
        } catch (JsonException e) {
            throw new StoreException("The database is damaged: " + e.getMessage(), e);
        }
    }
}
