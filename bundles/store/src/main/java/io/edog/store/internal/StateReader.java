package io.edog.store.internal;

import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import java.util.List;
import javax.persistence.EntityManager;

/** Rebuilds the state from the rows within a transaction, some objects at a time. */
final class StateReader {
    private final EntityManager em;
    private final int batch;

    StateReader(EntityManager em, int batch) {
        this.em = em;
        this.batch = batch;
    }

    ClusterState read() {
        MetaRow meta = em.find(MetaRow.class, MetaRow.KEY);
        ClusterState objects = ClusterState.empty();
        for (Kind kind : Kind.values()) {
            objects = addAll(objects, Tables.of(kind));
        }
        if (!objects.hash().equals(meta.hash())) {
            throw new StoreException(
                    "The database is damaged: its objects do not give the state hash recorded at index "
                            + meta.applied() + " (" + meta.hash().hex() + ").");
        }
        return meta.place(objects);
    }

    private ClusterState addAll(ClusterState objects, Tables.Table<?> table) {
        ClusterState state = objects;
        String last = "";
        List<Object[]> rows = page(table, last);
        while (!rows.isEmpty()) {
            for (Object[] row : rows) {
                last = (String) row[0];
                state = state.with(object(table, last, (String) row[1]));
            }
            rows = rows.size() < batch ? List.of() : page(table, last);
        }
        return state;
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
