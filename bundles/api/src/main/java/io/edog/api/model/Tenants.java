package io.edog.api.model;

/** Fixed tenants and owners. */
public final class Tenants {
    /** The tenant of every object until there are several. */
    public static final String DEFAULT = "default";

    /** The owner of what belongs to the installation rather than to a user. */
    public static final String NOBODY = "";

    private Tenants() {}
}
