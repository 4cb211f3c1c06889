package io.edog.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Brings the schema up to date: called with the DataSource {@code edog} before anyone else can have it, so that nobody
 * sees an old schema.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = StoreConfig.PID)
public final class SchemaHook {
    private static final String NAME = "edog-schema";

    private final BundleContext context;
    private final String derbyDirectory;
    private final PatientHook hook;

    @Activate
    public SchemaHook(BundleContext context, StoreConfig config) {
        this.context = context;
        this.derbyDirectory = config.derby_directory();
        PatientHook.Patience patience = new PatientHook.Patience(
                Duration.ofMillis(config.retry_first_ms()),
                Duration.ofMillis(config.retry_most_ms()),
                config.retry_limit());
        this.hook = new PatientHook(this::prepare, this::publish, patience);
    }

    @Activate
    void open() {
        hook.open();
    }

    @Deactivate
    void close() {
        hook.close();
    }

    private void prepare(DataSource dataSource) throws SQLException {
        if (!derbyDirectory.isBlank()) {
            UnfinishedDerby.setAside(Path.of(derbyDirectory));
        }
        Schema.migrate(dataSource);
    }

    private Runnable publish(PreHook published) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(Map.of(PreHook.KEY_NAME, NAME));
        ServiceRegistration<PreHook> registration = context.registerService(PreHook.class, published, properties);
        return registration::unregister;
    }
}
