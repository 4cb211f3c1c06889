package io.edog.api.view;

import io.edog.api.model.Session;
import java.time.Instant;

/**
 * A session or a named token, without its secret.
 *
 * @param name the name given to a script's token, empty for a log-in
 * @param user id of the user it speaks for
 * @param login whether it came from a log-in
 */
public record SessionView(String id, String name, String user, boolean login, Instant expiresAt) {

    /** A session as people see it. */
    public static SessionView of(Session session) {
        return new SessionView(session.id(), session.name(), session.owner(), session.login(), session.expiresAt());
    }
}
