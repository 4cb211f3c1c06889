package io.edog.store.internal;

import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import io.edog.api.state.StoreException;
import java.util.List;
import java.util.function.Consumer;
import javax.persistence.EntityManager;

/** Rebuilds the state from the rows within a transaction, some objects at a time. */
final class StateReader {
    private static final class Gathered {
        private ClusterState state = ClusterState.empty();
    }

    private static final class Hashed {
        private StateHash hash = StateHash.EMPTY;
    }

    private final EntityManager em;
    private final int batch;

    StateReader(EntityManager em, int batch) {
        this.em = em;
        this.batch = batch;
    }

    ClusterState read() {
        Gathered gathered = new Gathered();
        each(object -> gathered.state = gathered.state.with(object));
        return meta(gathered.state.hash()).place(gathered.state);
    }

    /** Looks whether the rows give the recorded state hash, and holds no more of them at once than it must. */
    MetaRow check() {
        Hashed hashed = new Hashed();
        each(object -> hashed.hash = hashed.hash.toggle(object));
        return meta(hashed.hash);
    }

    private MetaRow meta(StateHash found) {
        MetaRow meta = em.find(MetaRow.class, MetaRow.KEY);
        if (!found.equals(meta.hash())) {
            throw new StoreException(
                    "The database is damaged: its objects do not give the state hash recorded at index "
                            + meta.applied() + " (" + meta.hash().hex() + ").");
        }
        return meta;
    }

    private void each(Consumer<Resource> receiver) {
        for (Kind kind : Kind.values()) {
            each(Tables.of(kind), receiver);
        }
    }

    private void each(Tables.Table<?> table, Consumer<Resource> receiver) {
        String last = "";
        List<Object[]> rows = page(table, last);
        while (!rows.isEmpty()) {
            for (Object[] row : rows) {
                last = (String) row[0];
                receiver.accept(object(table, last, (String) row[1]));
            }
            rows = rows.size() < batch ? List.of() : page(table, last);
        }
    }

    private List<Object[]> page(Tables.Table<?> table, String after) {
        String query =
                "select r.id, r.json from " + table.rows().getSimpleName() + " r where r.id > :after order by r.id";
        return em.createQuery(query, Object[].class)
                .setParameter("after", after)
                .setMaxResults(batch)
                .getResultList();
    }

    private static Resource object(Tables.Table<?> table, String id, String json) {
        try {
            return Json.read(json, table.type());
        } catch (JsonException e) {
            throw new StoreException(
                    "The database is damaged: the " + table.kind().word() + " " + id + " can't be read.", e);
        }
    }
}
