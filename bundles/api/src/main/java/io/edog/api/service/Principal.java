package io.edog.api.service;

import io.edog.api.model.Tenants;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks. Only {@link Accounts}, the local shell and edog itself make one.
 *
 * @param user id of the user
 * @param name what people call it
 * @param roles names of roles, see {@link Roles}
 * @param session id of the session or token it came with, if it came with one
 */
public record Principal(String user, String name, String tenant, Set<String> roles, Optional<String> session) {
    /** edog itself. */
    public static final Principal SYSTEM =
            new Principal("system", "system", Tenants.DEFAULT, Set.of(Roles.SYSTEM), Optional.empty());

    private static final String LOCAL = "local:";

    public Principal {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /** Whoever is already root on a machine, by the name of its user there. */
    public static Principal local(String osUser) {
        return new Principal(LOCAL + osUser, osUser, Tenants.DEFAULT, Set.of(Roles.ADMINISTRATOR), Optional.empty());
    }

    /** Whether it is a user that the cluster keeps, rather than edog itself or whoever is root on a machine. */
    public boolean kept() {
        return !roles.contains(Roles.SYSTEM) && !user.startsWith(LOCAL);
    }

    /** Whether it may do and see everything. */
    public boolean administrator() {
        return roles.contains(Roles.ADMINISTRATOR) || roles.contains(Roles.SYSTEM);
    }
}
