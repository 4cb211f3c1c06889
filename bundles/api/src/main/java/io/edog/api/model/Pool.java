package io.edog.api.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place for volumes.
 *
 * @param id equal to its name
 * @param driver the kind of storage, such as {@code dir}
 * @param hosts ids of the hosts that reported it usable
 */
public record Pool(String id, String tenant, String name, String driver, Set<String> hosts) implements Resource {
    public Pool {
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }

    @Override
    public String owner() {
        return Tenants.NOBODY;
    }

    @Override
    public Kind resourceKind() {
        return Kind.POOL;
    }
}
