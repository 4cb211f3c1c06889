package io.edog.appctl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that this appctl was built as. */
public final class VersionFile {
    private static final String NAME = "version.properties";

    private VersionFile() {}

    public static String read() {
        try (InputStream in = VersionFile.class.getResourceAsStream("/io/edog/appctl/" + NAME)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
