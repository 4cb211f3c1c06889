package io.edog.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes of a bundle the one that a later release would bring: the same with a higher version. */
final class NextVersion {
    private static final String GROUP = "io/edog";

    private final Path from;
    private final Path to;
    private final String version;
    private final String next;

    /**
     * @param from Maven repository with the bundles as they are
     * @param to Maven repository for the newer ones
     */
    NextVersion(Path from, Path to, String version, String next) {
        this.from = from;
        this.to = to;
        this.version = version;
        this.next = next;
    }

    /** Where a file of an artifact is to be written. */
    Path place(String artifact, String ending) throws IOException {
        Path folder = to.resolve(GROUP).resolve(artifact).resolve(next);
        return Files.createDirectories(folder).resolve(artifact + "-" + next + ending);
    }

    /** @param artifact the bundle's artifact id */
    void bundle(String artifact) throws IOException {
        Path jar = from.resolve(GROUP).resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".jar");
        try (JarFile old = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(
                        Files.newOutputStream(place(artifact, ".jar")), manifest(old.getManifest()))) {
            for (var entry : old.stream().filter(NextVersion::notManifest).toList()) {
                try (InputStream content = old.getInputStream(entry)) {
                    add(out, entry.getName(), content.readAllBytes());
                }
            }
        }
    }

    private Manifest manifest(Manifest old) {
        Manifest manifest = new Manifest(old);
        manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), next);
        return manifest;
    }

    private static boolean notManifest(ZipEntry entry) {
        return !entry.getName().equals(JarFile.MANIFEST_NAME);
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
