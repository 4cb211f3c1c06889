package io.edog.rest.internal;

import io.edog.api.service.Accounts;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** People whose password is their name; tokens that stand for them until they are taken back. */
final class FakeAccounts implements Accounts {
    final Map<String, Principal> tokens = new ConcurrentHashMap<>();
    /** Those under which users were to be created; empty for none. */
    final List<String> keys = new CopyOnWriteArrayList<>();

    /** The token of a new principal. */
    String person(String name, String role) {
        tokens.put(
                "token-" + name, new Principal(name + "-id", name, "default", Set.of(role), Optional.of("s-" + name)));
        return "token-" + name;
    }

    @Override
    public CompletableFuture<Login> login(String user, String password) {
        Principal principal = tokens.get("token-" + user);
        if (principal == null || !password.equals(user)) {
            return CompletableFuture.failedFuture(
                    new ProblemException(Problem.unauthenticated("The name or the password is wrong.", "Try again.")));
        }
        return CompletableFuture.completedFuture(
                new Login("token-" + user, principal, Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Override
    public Optional<Principal> authenticate(String bearer) {
        return Optional.ofNullable(tokens.get(bearer));
    }

    @Override
    public CompletableFuture<NewToken> createToken(Principal principal, String name, Optional<Instant> expiresAt) {
        return CompletableFuture.completedFuture(new NewToken("id-" + name, "token-of-" + name));
    }

    @Override
    public CompletableFuture<Void> logout(Principal principal) {
        tokens.remove("token-" + principal.name());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<String> createUser(
            Principal principal, String name, String password, Set<String> roles, Optional<String> key) {
        keys.add(key.orElse(""));
        return CompletableFuture.failedFuture(
                new ProblemException(Problem.invalid("password", "Too short.", "Choose a longer one.")));
    }

    @Override
    public CompletableFuture<Void> setPassword(Principal principal, String user, String password) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Principal local(String osUser) {
        throw new UnsupportedOperationException();
    }
}
