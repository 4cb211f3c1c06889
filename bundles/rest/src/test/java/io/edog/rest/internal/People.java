package io.edog.rest.internal;

import io.edog.api.model.Session;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import io.edog.api.service.Roles;
import io.edog.api.state.ClusterState;
import io.edog.testkit.store.MemoryStateStore;
import java.time.Instant;
import java.util.Set;

/** Whom the cluster keeps, with the session each comes with in {@link FakeAccounts}. */
final class People {
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    private People() {}

    static MemoryStateStore known() {
        ClusterState state = with(ClusterState.empty(), "admin", Roles.ADMINISTRATOR);
        MemoryStateStore store = new MemoryStateStore();
        store.install(with(with(state, "ann", Roles.USER), "bob", Roles.USER));
        return store;
    }

    private static ClusterState with(ClusterState state, String name, String role) {
        String id = name + "-id";
        return state.with(new User(id, Tenants.DEFAULT, name, "$hash$", Set.of(role), false, Instant.EPOCH))
                .with(new Session("s-" + name, Tenants.DEFAULT, id, "", "hash", true, LATE));
    }
}
