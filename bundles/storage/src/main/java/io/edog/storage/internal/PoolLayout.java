package io.edog.storage.internal;

import io.edog.api.storage.StorageException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where things lie in a {@code dir} pool. */
record PoolLayout(Path root, String cluster) {
    /** What an id, a tenant or a cluster must be to be part of a path. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private static final String TEMPLATES = "templates";

    Path volume(String tenant, String id) {
        if (id.equals(TEMPLATES)) {
            throw new StorageException("'" + id + "' can't be the id of a volume");
        }
        return tenantDir(tenant).resolve(safe(id)).resolve("disk.qcow2");
    }

    Path template(String tenant, String id) {
        return tenantDir(tenant).resolve(TEMPLATES).resolve(safe(id)).resolve("image.qcow2");
    }

    private Path tenantDir(String tenant) {
        return root.resolve(safe(cluster) + "_" + safe(tenant));
    }

    private static String safe(String part) {
        if (!SAFE.matcher(part).matches()) {
            throw new StorageException("'" + part + "' can't be part of a path");
        }
        return part;
    }
}
