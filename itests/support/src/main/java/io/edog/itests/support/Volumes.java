package io.edog.itests.support;

import java.util.List;

/** Small volumes: the least that a test can have written, and read back. */
public final class Volumes {
    private static final int BYTES = 1 << 20;

    private Volumes() {}

    /** The body of the request that creates one of this name. */
    public static String request(String name) {
        return Rest.JSON
                .createObjectNode()
                .put("name", name)
                .put("sizeBytes", BYTES)
                .toString();
    }

    /** The names of all that there are, for who has a session. */
    public static List<String> names(Rest reader) {
        return reader.all("/volumes?limit=1000", "after").stream()
                .map(volume -> volume.path("name").asText())
                .toList();
    }
}
