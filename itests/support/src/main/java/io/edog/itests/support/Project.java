package io.edog.itests.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The source tree that is tested. */
public final class Project {
    /** Its top: the system property {@code edog.root}, or two levels above the module. */
    public static final Path ROOT =
            Path.of(System.getProperty("edog.root", "../..")).toAbsolutePath().normalize();

    /** Whether the full counts are wanted. */
    public static final boolean LONG = Boolean.getBoolean("edog.long");

    private Project() {}

    /** The commit it is at. */
    public static String commit() {
        return Command.run(Duration.ofSeconds(10), Map.of(), List.of("git", "rev-parse", "HEAD"))
                .succeeded()
                .out()
                .strip();
    }
}
