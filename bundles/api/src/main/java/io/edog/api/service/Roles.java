package io.edog.api.service;

import java.util.Set;

/** The roles there are. */
public final class Roles {
    /** May do and see everything. */
    public static final String ADMINISTRATOR = "administrator";

    /** May create VMs and volumes, and sees and touches only its own. */
    public static final String USER = "user";

    /** edog itself; cannot be granted. */
    public static final String SYSTEM = "system";

    /** The roles that can be granted. */
    public static final Set<String> GRANTABLE = Set.of(ADMINISTRATOR, USER);

    private Roles() {}
}
