package io.edog.store.internal;

import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;

/** Applies one entry within a transaction. */
final class StateWriter {
    private static final String ADVANCE =
            "update MetaRow m set m.appliedIndex = :index, m.epoch = :epoch, m.head = :head,"
                    + " m.stateHash = :hash where m.id = :key and m.appliedIndex = :before and m.head = :previous";

    private record Key(Kind kind, String id) {}

    private StateWriter() {}

    /**
     * Moves the place on, and writes what the entry touched as it is in the state after it.
     *
     * @return the entry's index, which the database is at now
     * @throws NotNext if the database is not at the entry before
     */
    static Index write(EntityManager em, Entry entry, ClusterState after) {
        advance(em, entry, after);
        em.persist(new JournalRow(entry));
        touched(entry.set()).forEach(key -> write(em, key, after));
        return entry.index();
    }

    /** First of all and in one statement, so that of two writers the second waits, and then finds itself too late. */
    private static void advance(EntityManager em, Entry entry, ClusterState after) {
        int advanced = em.createQuery(ADVANCE)
                .setParameter("index", entry.index().value())
                .setParameter("epoch", entry.epoch().value())
                .setParameter("head", entry.hash())
                .setParameter("hash", after.hash().hex())
                .setParameter("key", MetaRow.KEY)
                .setParameter("before", entry.index().value() - 1)
                .setParameter("previous", entry.previous())
                .executeUpdate();
        if (advanced != 1) {
            throw new NotNext(entry, em.find(MetaRow.class, MetaRow.KEY));
        }
    }

    private static Set<Key> touched(ChangeSet set) {
        Stream<Key> changed = set.changes().stream().map(StateWriter::key);
        Stream<Key> told = set.outcomes().stream().map(outcome -> new Key(Kind.OUTCOME, outcome.id()));
        return Stream.concat(changed, told).collect(Collectors.toSet());
    }

    private static Key key(Change change) {
        return change instanceof Change.Removed removed
                ? new Key(removed.kind(), removed.id())
                : key(((Change.Put) change).object());
    }

    private static Key key(Resource object) {
        return new Key(object.resourceKind(), object.id());
    }

    private static void write(EntityManager em, Key key, ClusterState after) {
        Tables.Table<?> table = Tables.of(key.kind());
        Optional.ofNullable(after.all(key.kind()).get(key.id()))
                .ifPresentOrElse(
                        object -> em.merge(table.row(object)),
                        () -> Optional.ofNullable(em.find(table.rows(), key.id()))
                                .ifPresent(em::remove));
    }

    /** The entry does not follow what the database is at. */
    static final class NotNext extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NotNext(Entry entry, MetaRow meta) {
            super("entry " + entry.index() + " after " + entry.previous() + " does not follow the applied index "
                    + meta.applied() + " with head " + meta.head());
        }
    }
}
