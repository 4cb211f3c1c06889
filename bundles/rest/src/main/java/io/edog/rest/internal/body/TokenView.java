package io.edog.rest.internal.body;

import io.edog.api.service.Accounts.NewToken;

/**
 * A fresh token.
 *
 * @param token shown this once
 */
public record TokenView(String id, String token) {

    public static TokenView of(NewToken made) {
        return new TokenView(made.id(), made.token());
    }

    @Override
    public String toString() {
        return "TokenView[" + id + "]";
    }
}
