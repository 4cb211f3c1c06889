package io.edog.api.view;

import io.edog.api.model.User;
import java.time.Instant;
import java.util.Set;

/** A user, without what they log in with. */
public record UserView(String id, String name, String tenant, Set<String> roles, boolean locked, Instant createdAt) {

    /** A user as people see it. */
    public static UserView of(User user) {
        return new UserView(user.id(), user.name(), user.tenant(), user.roles(), user.locked(), user.createdAt());
    }
}
