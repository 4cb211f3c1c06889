package io.edog.away.internal;

import java.util.Dictionary;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Gives the web server what it asks first. No component: this must be there before the server is, and until it has ended. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID);
        Dictionary<String, Object> first = FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1));
        context.registerService(Handler.class, new EndHandler(() -> framework.getState() == Bundle.STOPPING), first);
    }

    @Override
    public void stop(BundleContext context) {
        // What was registered goes with the bundle.
    }
}
