package io.edog.api.model;

/**
 * What holds for the cluster as a whole. There is at most one, and before the first there is {@link #FOUNDED}.
 *
 * @param format of the entries that are written: what the oldest manager reads, until an upgrade is finalised
 */
public record ClusterSettings(int format) implements Resource {
    /** The id of the only one. */
    public static final String ID = "cluster";

    /** What holds until something else was said. */
    public static final ClusterSettings FOUNDED = new ClusterSettings(1);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String tenant() {
        return Tenants.DEFAULT;
    }

    @Override
    public String owner() {
        return Tenants.NOBODY;
    }

    @Override
    public Kind resourceKind() {
        return Kind.SETTINGS;
    }

    @Override
    public String name() {
        return ID;
    }
}
