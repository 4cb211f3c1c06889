package io.edog.itests.container.hotswap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
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

    /** As {@code feature:repo-add} and {@code feature:install --upgrade} do, of a release copied into system/. */
    void upgrade(String name, String version) throws Exception {
        copy(Settings.release(), Path.of(System.getProperty("karaf.home"), "system"));
        service.addRepository(URI.create("mvn:io.edog/" + name + "-next/" + version + "/xml/features"));
        service.installFeatures(Set.of(name + "/" + version), EnumSet.of(Option.Upgrade));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
