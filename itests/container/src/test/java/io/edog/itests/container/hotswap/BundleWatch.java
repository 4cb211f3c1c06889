package io.edog.itests.container.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Sees which bundles are stopped, refreshed, replaced or removed while it watches. */
final class BundleWatch implements AutoCloseable, SynchronousBundleListener {
    private static final int TOUCHED =
            BundleEvent.STOPPED | BundleEvent.UNRESOLVED | BundleEvent.UPDATED | BundleEvent.UNINSTALLED;

    private final BundleContext context;
    private final Set<String> touched = new ConcurrentSkipListSet<>();
    private final Set<String> removed = new ConcurrentSkipListSet<>();
    private final Map<String, String> before;

    BundleWatch(BundleContext context) {
        this.context = context;
        this.before = bundles();
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String name = event.getBundle().getSymbolicName();
        if ((event.getType() & TOUCHED) != 0) {
            touched.add(name);
        }
        if (event.getType() == BundleEvent.UNINSTALLED) {
            removed.add(name);
        }
    }

    /** What was removed is gone and back; no other bundle was so much as stopped. */
    void removedAndBack(Set<String> own) {
        assertThat(removed).as("removed").containsAll(own);
        assertThat(touched).as("stopped or refreshed, though not removed").isSubsetOf(removed);
        assertThat(bundles().keySet()).as("bundles").isEqualTo(before.keySet());
    }

    /** These bundles and no others were stopped, refreshed or replaced. */
    void onlyTouched(Set<String> own) {
        assertThat(touched).as("stopped, refreshed or replaced").isEqualTo(own);
        Map<String, String> now = bundles();
        assertThat(now.keySet()).as("bundles").isEqualTo(before.keySet());
        own.forEach(name -> {
            assertThat(now).as(name).doesNotContainEntry(name, before.get(name));
            now.put(name, before.get(name));
        });
        assertThat(now).as("id, version, state and time of all others").isEqualTo(before);
    }

    /** The versions of these bundles, each active. */
    static Set<String> versions(BundleContext context, Set<String> names) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> names.contains(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }

    private Map<String, String> bundles() {
        Map<String, String> bundles = new TreeMap<>();
        Arrays.stream(context.getBundles()).forEach(b -> bundles.put(b.getSymbolicName(), describe(b)));
        return bundles;
    }

    private static String describe(Bundle bundle) {
        return "%d %s %d %d"
                .formatted(bundle.getBundleId(), bundle.getVersion(), bundle.getState(), bundle.getLastModified());
    }
}
