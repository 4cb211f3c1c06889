package io.edog.itests.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;

/** The next release of one feature, as an operator would get it: a features file and bundles of a higher version. */
final class NextVersion {
    static final String VERSION = "0.1.1";

    private final Path system;

    /** @param system the distribution's directory of bundles, where a release's new files are put */
    NextVersion(Path system) {
        this.system = system;
    }

    /** @return a features repository that holds this feature at {@link #VERSION}, its own bundles too, all else as it was */
    URI of(Feature feature) throws IOException {
        var file = system.resolve(feature.getName() + "-" + VERSION + ".xml");
        var text = new StringBuilder()
                .append("<features name='next-" + feature.getName()
                        + "' xmlns='http://karaf.apache.org/xmlns/features/v1.6.0'>")
                .append("<feature name='" + feature.getName() + "' version='" + VERSION + "'>")
                .append(feature.getDependencies().stream()
                        .map(NextVersion::required)
                        .collect(Collectors.joining()));
        for (var bundle : feature.getBundles()) {
            text.append("<bundle>" + next(bundle) + "</bundle>");
        }
        return Files.writeString(file, text.append("</feature></features>")).toUri();
    }

    private static String required(Dependency dependency) {
        return "<feature version='" + dependency.getVersion() + "'>" + dependency.getName() + "</feature>";
    }

    private String next(BundleInfo bundle) throws IOException {
        var location = bundle.getLocation();
        if (!location.startsWith("mvn:io.edog/") || location.contains("edog-repack-")) {
            return location;
        }
        var artifact = location.substring("mvn:io.edog/".length()).split("/", 2);
        var jar = system.resolve(Path.of("io", "edog", artifact[0], VERSION, artifact[0] + "-" + VERSION + ".jar"));
        Files.createDirectories(jar.getParent());
        copy(
                system.resolve(
                        Path.of("io", "edog", artifact[0], artifact[1], artifact[0] + "-" + artifact[1] + ".jar")),
                jar);
        return "mvn:io.edog/" + artifact[0] + "/" + VERSION;
    }

    private static void copy(Path old, Path file) throws IOException {
        try (var from = new JarFile(old.toFile())) {
            var manifest = from.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", VERSION);
            try (var to = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (var entry : from.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        to.putNextEntry(new ZipEntry(entry.getName()));
                        from.getInputStream(entry).transferTo(to);
                    }
                }
            }
        }
    }
}
