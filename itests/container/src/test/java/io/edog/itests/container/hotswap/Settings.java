package io.edog.itests.container.hotswap;

import java.nio.file.Path;

/** What the build and the driver tell the tests, by system properties. */
final class Settings {
    static final String DATA = "edog.data";
    static final String HTTP_PORT = "edog.http.port";
    static final String GUEST_IMAGE = "edog.test.image";
    static final String VERSION = "edog.version";
    static final String NEXT_VERSION = "edog.next.version";
    static final String RELEASE = "edog.test.release";
    static final String RESULTS = "edog.test.results";

    private Settings() {}

    static String get(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new AssertionError("the system property " + name + " is not set; run this by: mvn -Pitests verify");
        }
        return value;
    }

    static Path path(String name) {
        return Path.of(get(name)).toAbsolutePath().normalize();
    }

    /** The archive that users get. */
    static Path distribution() {
        return path("edog.distribution");
    }

    /** A Maven repository with what the distribution does not hold: Pax Exam's bundles. */
    static Path repository() {
        return path("edog.test.repository");
    }

    /** The files of the newer versions, as they are to lie in the distribution's system/ directory. */
    static Path release() {
        return path(RELEASE);
    }
}
