package io.edog.store.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** What database this is, and where it stands, for the log. */
record DatabaseInfo(String product, String version, int schema, long applied) {
    static DatabaseInfo of(EntityManager em) {
        try {
            DatabaseMetaData database = em.unwrap(Connection.class).getMetaData();
            return new DatabaseInfo(
                    database.getDatabaseProductName(),
                    database.getDatabaseProductVersion(),
                    schema(em),
                    em.find(MetaRow.class, MetaRow.KEY).applied().value());
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Each version of the schema is one change set of the migrations. */
    private static int schema(EntityManager em) {
        Object count =
                em.createNativeQuery("select count(*) from DATABASECHANGELOG").getSingleResult();
        return ((Number) count).intValue();
    }

    @Override
    public String toString() {
        return product + " " + version + ", schema " + schema + ", applied index " + applied;
    }
}
