package io.edog.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.hook.PreHook;

/**
 * Makes a database ready for the store.
 *
 * @param derby the database, if it is one in this process
 */
record Preparation(Optional<EmbeddedDerby> derby) implements PreHook {
    @Override
    public void prepare(DataSource dataSource) throws SQLException {
        if (derby.isPresent()) {
            derby.get().setAsideIfUnfinished();
        }
        try {
            Schema.migrate(dataSource);
        } catch (SQLException e) {
            derby.ifPresent(database -> database.failed(e));
            throw e;
        }
    }
}
