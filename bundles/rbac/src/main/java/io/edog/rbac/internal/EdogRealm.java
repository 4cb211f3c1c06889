package io.edog.rbac.internal;

import io.edog.api.service.Accounts;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The JAAS realm {@code edog}: the container's shell lets in whom {@link Accounts} knows. */
@Component(service = JaasRealm.class, configurationPid = RbacConfig.PID)
public final class EdogRealm implements JaasRealm {
    /** Its name, as {@code sshRealm} in etc/org.apache.karaf.shell.cfg gives it. */
    static final String NAME = "edog";

    private final Map<String, Object> options;

    @Activate
    public EdogRealm(BundleContext context, RbacConfig config, @Reference Accounts accounts) {
        Map<String, Object> all = new HashMap<>();
        all.put(BundleContext.class.getName(), context);
        all.put(ProxyLoginModule.PROPERTY_MODULE, EdogLoginModule.class.getName());
        all.put(
                ProxyLoginModule.PROPERTY_BUNDLE,
                Long.toString(context.getBundle().getBundleId()));
        all.put(EdogLoginModule.ACCOUNTS, accounts);
        all.put(EdogLoginModule.LIMIT_SECONDS, config.sshLoginSeconds());
        this.options = Map.copyOf(all);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return 1;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }
}
