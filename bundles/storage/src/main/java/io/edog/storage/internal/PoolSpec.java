package io.edog.storage.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pool as configured.
 *
 * @param root the directory of a {@code dir} pool
 */
record PoolSpec(String name, Path root) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    /** Reads {@code name:dir:/path, name:dir:/path}. */
    static List<PoolSpec> parse(String pools) {
        return Text.list(pools).stream().map(PoolSpec::one).toList();
    }

    private static PoolSpec one(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3 || !parts[1].equals("dir") || !parts[2].startsWith("/")) {
            throw new IllegalArgumentException("pools: '" + text + "' is not name:dir:/absolute/path");
        }
        if (!NAME.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("pools: '" + parts[0] + "' is not a pool's name");
        }
        return new PoolSpec(parts[0], Path.of(parts[2]));
    }
}
