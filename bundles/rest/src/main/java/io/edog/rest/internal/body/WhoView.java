package io.edog.rest.internal.body;

import io.edog.api.model.Session;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who the token of a request stands for.
 *
 * @param user the user's name
 * @param id the user's id
 */
public record WhoView(String user, String id, Set<String> roles, Optional<Instant> expiresAt) {

    public static WhoView of(Principal principal, ClusterView view) {
        Optional<Instant> end =
                principal.session().flatMap(id -> view.find(Session.class, id)).map(Session::expiresAt);
        return new WhoView(principal.name(), principal.user(), principal.roles(), end);
    }
}
