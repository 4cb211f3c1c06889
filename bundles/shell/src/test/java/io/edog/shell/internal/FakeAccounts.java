package io.edog.shell.internal;

import io.edog.api.model.User;
import io.edog.api.service.Accounts;
import io.edog.api.service.Principal;
import io.edog.api.service.Roles;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts that believe everything and remember passwords in the clear. */
public final class FakeAccounts implements Accounts {
    public final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final FakeCluster cluster;

    public FakeAccounts(FakeCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public CompletableFuture<Login> login(String user, String password) {
        throw new UnsupportedOperationException("the shell logs nobody in");
    }

    @Override
    public Optional<Principal> authenticate(String bearer) {
        throw new UnsupportedOperationException("the shell knows no tokens");
    }

    @Override
    public CompletableFuture<NewToken> createToken(Principal principal, String name, Optional<Instant> expiresAt) {
        throw new UnsupportedOperationException("the shell knows no tokens");
    }

    @Override
    public CompletableFuture<Void> logout(Principal principal) {
        throw new UnsupportedOperationException("the shell knows no tokens");
    }

    @Override
    public CompletableFuture<String> createUser(
            Principal principal, String name, String password, Set<String> roles, Optional<String> key) {
        passwords.put(name, password);
        cluster.put(new User("u-" + name, "default", name, "hash", roles, false, Instant.now()));
        return CompletableFuture.completedFuture("u-" + name);
    }

    @Override
    public CompletableFuture<Void> setPassword(Principal principal, String user, String password) {
        passwords.put(user, password);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Principal local(String osUser) {
        return new Principal(
                "local-" + osUser, "local:" + osUser, "default", Set.of(Roles.ADMINISTRATOR), Optional.empty());
    }
}
