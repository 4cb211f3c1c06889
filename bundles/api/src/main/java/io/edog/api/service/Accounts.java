package io.edog.api.service;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Who is who. While nobody provides it, nobody gets in. Thread-safe. */
public interface Accounts {
    /**
     * Logs in. A wrong name and a wrong password look the same, and take the same time.
     *
     * @return the session, or fails with a {@link ProblemException}: 401, 429 when locked out for a while
     */
    CompletableFuture<Login> login(String user, String password);

    /** The principal a bearer token stands for; empty when it is wrong, expired or its user is gone or locked. */
    Optional<Principal> authenticate(String bearer);

    /** Makes a named token for a principal. Fails like {@link #login}. */
    CompletableFuture<NewToken> createToken(Principal principal, String name, Optional<Instant> expiresAt);

    /** Ends the session or token a principal came with. Fails like {@link #login}. */
    CompletableFuture<Void> logout(Principal principal);

    /**
     * Creates a user; returns its id. Fails like {@link #login}.
     *
     * @param key as for {@link ClusterService#submit}
     */
    CompletableFuture<String> createUser(
            Principal principal, String name, String password, Set<String> roles, Optional<String> key);

    /** Sets a user's password, one's own or, for administrators, anyone's. Fails like {@link #login}. */
    CompletableFuture<Void> setPassword(Principal principal, String user, String password);

    /** The principal of whoever is already root on this machine: an administrator, by that name in the audit. */
    Principal local(String osUser);

    /**
     * A fresh session.
     *
     * @param token shown once, kept nowhere
     */
    record Login(String token, Principal principal, Instant expiresAt) {
        @Override
        public String toString() {
            return "Login[" + principal.name() + "]";
        }
    }

    /**
     * A fresh token.
     *
     * @param token shown once, kept nowhere
     */
    record NewToken(String id, String token) {
        @Override
        public String toString() {
            return "NewToken[" + id + "]";
        }
    }
}
