package io.edog.itests.container.hotswap;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;

/** What an administrator does with features. */
record Features(FeaturesService service) {
    void uninstall(String name, String version) throws Exception {
        service.uninstallFeature(name, version, EnumSet.noneOf(Option.class));
    }

    void install(String name, String version) throws Exception {
        service.installFeature(name, version, EnumSet.noneOf(Option.class));
    }

    /** As {@code feature:repo-add} and {@code feature:install --upgrade} do. */
    void upgrade(String name, String version) throws Exception {
        service.addRepository(URI.create(NextFeature.url(name, version)));
        service.installFeatures(Set.of(name + "/" + version), EnumSet.of(Option.Upgrade));
    }
}
