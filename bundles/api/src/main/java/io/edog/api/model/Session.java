package io.edog.api.model;

import java.time.Instant;

/**
 * A bearer token: of a log-in, or a named one for a script.
 *
 * @param owner id of the user it speaks for
 * @param name the name given to a script's token, empty for a log-in
 * @param tokenHash SHA-256 of the secret part, hex; the secret itself is nowhere
 * @param login whether it came from a log-in
 * @param expiresAt when it stops being valid
 */
public record Session(
        String id, String tenant, String owner, String name, String tokenHash, boolean login, Instant expiresAt)
        implements Resource {
    @Override
    public Kind resourceKind() {
        return Kind.SESSION;
    }

    @Override
    public String toString() {
        return "Session[" + id + ", " + owner + "]";
    }
}
