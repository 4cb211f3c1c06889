package io.edog.itests.container.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;

/** Takes a part away, brings it back and upgrades it, while a guest runs and users ask. */
record Swap(BundleContext context, Features features, Node node, Guest guest) {
    void run(Part part) throws Exception {
        Times times = new Times(part.feature());
        try (BundleWatch bundles = new BundleWatch(context);
                Traffic traffic = new Traffic(node.admin(), part.unaffected())) {
            comesAndGoes(part, times);
            bundles.removedAndBack(part.bundles());
            part.unaffected().forEach(traffic::neverFailed);
        }
        try (BundleWatch bundles = new BundleWatch(context);
                Traffic traffic = new Traffic(node.admin(), all(part))) {
            isUpgraded(part, times);
            all(part).forEach(traffic::isAnswered);
            bundles.onlyTouched(part.bundles());
            part.unaffected().forEach(traffic::neverFailed);
            all(part).forEach(path -> times.put("gap " + path, traffic.longestGapMs(path)));
        }
        times.write();
    }

    private void comesAndGoes(Part part, Times times) throws Exception {
        String version = Settings.get(Settings.VERSION);
        times.take("uninstall", () -> features.uninstall(part.feature(), version));
        times.take("away", () -> part.away(node, guest));
        guest.isUntouched();
        times.take("install", () -> features.install(part.feature(), version));
        times.take("back", () -> part.back(node, guest));
        guest.isUntouched();
        assertThat(served(part)).isEqualTo(version);
    }

    private void isUpgraded(Part part, Times times) throws Exception {
        String next = Settings.get(Settings.NEXT_VERSION);
        times.take("upgrade", () -> features.upgrade(part.feature(), next));
        times.take("newServes", () -> part.back(node, guest));
        guest.isUntouched();
        assertThat(served(part)).isEqualTo(next);
        assertThat(BundleWatch.versions(context, part.bundles())).containsOnly(next);
    }

    private String served(Part part) {
        return node.get("/cluster").path("features").path(part.feature()).asText();
    }

    private static Set<String> all(Part part) {
        Set<String> paths = new TreeSet<>(part.unaffected());
        paths.addAll(part.affected());
        return paths;
    }
}
