package io.edog.itests.container;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Records which bundles stop or are unresolved while it is open. */
final class Restarts implements AutoCloseable {
    private final BundleContext context;
    private final Set<String> stopped = new ConcurrentSkipListSet<>();
    private final SynchronousBundleListener listener = this::record;

    Restarts(BundleContext context) {
        this.context = context;
        context.addBundleListener(listener);
    }

    /** Symbolic names. */
    Set<String> stopped() {
        return Set.copyOf(stopped);
    }

    @Override
    public void close() {
        context.removeBundleListener(listener);
    }

    private void record(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED || event.getType() == BundleEvent.UNRESOLVED) {
            stopped.add(event.getBundle().getSymbolicName());
        }
    }
}
