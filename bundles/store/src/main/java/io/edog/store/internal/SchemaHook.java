package io.edog.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Called with the DataSource {@code edog} before anyone else can have it, so that nobody sees an old schema. */
@Component(service = PreHook.class, property = PreHook.KEY_NAME + "=edog-schema", configurationPid = StoreConfig.PID)
public final class SchemaHook implements PreHook {
    private final String derbyDirectory;

    @Activate
    public SchemaHook(StoreConfig config) {
        this.derbyDirectory = config.derby_directory();
    }

    @Override
    public void prepare(DataSource dataSource) throws SQLException {
        if (!derbyDirectory.isBlank()) {
            UnfinishedDerby.setAside(Path.of(derbyDirectory));
        }
        Schema.migrate(dataSource);
    }
}
