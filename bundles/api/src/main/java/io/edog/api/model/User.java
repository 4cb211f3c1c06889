package io.edog.api.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone who can log in.
 *
 * @param name what they type to log in, unique
 * @param passwordHash Argon2id in PHC string form; never leaves the managers
 * @param roles names of roles, see {@link io.edog.api.service.Roles}
 */
public record User(
        String id,
        String tenant,
        String name,
        String passwordHash,
        Set<String> roles,
        boolean locked,
        Instant createdAt)
        implements Resource {
    public User {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    @Override
    public String owner() {
        return id;
    }

    @Override
    public Kind resourceKind() {
        return Kind.USER;
    }

    @Override
    public String toString() {
        return "User[" + id + ", " + name + ", " + roles + "]";
    }
}
