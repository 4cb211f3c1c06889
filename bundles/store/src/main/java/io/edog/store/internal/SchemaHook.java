package io.edog.store.internal;

import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Map;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;

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
    private final PatientHook hook;

    @Activate
    public SchemaHook(
            BundleContext context,
            @Reference(target = "(osgi.jdbc.driver.name=derby)") DataSourceFactory derby,
            StoreConfig config)
            throws SQLException {
        this.context = context;
        Preparation preparation = new Preparation(EmbeddedDerby.of(config, derby));
        this.hook = new PatientHook(preparation, this::publish, PatientHook.Patience.of(config));
    }

    @Activate
    void open() {
        hook.open();
    }

    @Deactivate
    void close() {
        hook.close();
    }

    private Runnable publish(PreHook published) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(Map.of(PreHook.KEY_NAME, NAME));
        ServiceRegistration<PreHook> registration = context.registerService(PreHook.class, published, properties);
        return registration::unregister;
    }
}
