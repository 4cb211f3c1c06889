package io.edog.rest.internal.body;

import io.edog.api.service.Accounts.Login;
import java.time.Instant;
import java.util.Set;

/**
 * A fresh session.
 *
 * @param token shown this once
 * @param user the user's name
 */
public record LoginView(String token, String user, Set<String> roles, Instant expiresAt) {

    public static LoginView of(Login login) {
        return new LoginView(
                login.token(), login.principal().name(), login.principal().roles(), login.expiresAt());
    }

    @Override
    public String toString() {
        return "LoginView[" + user + "]";
    }
}
