package io.edog.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** What the bundles export: the vocabulary and the decisions, nothing of an implementation. */
class ManifestTest {
    private static final Set<String> EXPORTERS = Set.of("edog-api", "edog-core");

    @Test
    void onlyTheVocabularyAndTheDecisionsAreExported() throws IOException {
        var bundles = bundles();
        assertThat(bundles).hasSizeGreaterThan(EXPORTERS.size()).containsKeys("edog-api", "edog-core", "edog-manager");
        bundles.forEach((name, headers) -> {
            if (!EXPORTERS.contains(name)) {
                assertThat(headers.getValue("Export-Package"))
                        .as("exports of " + name)
                        .isNull();
            }
        });
    }

    @Test
    void nothingInternalIsExported() throws IOException {
        bundles().forEach((name, headers) -> {
            var exports = headers.getValue("Export-Package");
            if (exports != null) {
                assertThat(exports).as("exports of " + name).doesNotContain(".internal");
            }
        });
    }

    @Test
    void nothingIsImportedThatNoFeatureHas() throws IOException {
        bundles()
                .forEach((name, headers) -> assertThat(String.valueOf(headers.getValue("Import-Package")))
                        .as("imports of " + name)
                        .doesNotContain("org.jspecify", "com.google.errorprone", "com.sun."));
    }

    /** By symbolic name; the repacked libraries, which are there to export, are left out. */
    private static Map<String, Attributes> bundles() throws IOException {
        var found = new TreeMap<String, Attributes>();
        for (URL url : Collections.list(ManifestTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (var in = url.openStream()) {
                var headers = new Manifest(in).getMainAttributes();
                var name = headers.getValue("Bundle-SymbolicName");
                if (name != null && name.startsWith("edog-") && !name.startsWith("edog-repack-")) {
                    found.put(name, headers);
                }
            }
        }
        return found;
    }
}
