package io.edog.rbac.internal;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Users with a new password. */
final class Passwords {
    private final Submitter cluster;
    private final PasswordHasher hasher;
    private final HashingPool pool;
    private final PasswordRules rules;

    Passwords(Submitter cluster, PasswordHasher hasher, HashingPool pool, PasswordRules rules) {
        this.cluster = cluster;
        this.hasher = hasher;
        this.pool = pool;
        this.rules = rules;
    }

    CompletableFuture<String> create(
            Principal principal, String name, String password, Set<String> roles, Optional<String> key) {
        requireAdministrator(principal);
        rules.check(name, password);
        return pool.run(() -> key.map(under -> hasher.repeatable(password, origin(principal, name, under)))
                        .orElseGet(() -> hasher.hash(password)))
                .thenCompose(hash -> cluster.submit(new CreateUser(name, hash, roles), principal, key));
    }

    /** No two users are made by the same administrator under the same name and key. */
    private static String origin(Principal principal, String name, String key) {
        return principal.user() + "\n" + name + "\n" + key;
    }

    CompletableFuture<Void> set(Principal principal, String idOrName, String password) {
        User user = subject(principal, idOrName);
        rules.check(user.name(), password);
        return pool.run(() -> hasher.hash(password))
                .thenCompose(hash -> cluster.submit(update(user, hash), principal))
                .thenApply(id -> null);
    }

    private User subject(Principal principal, String idOrName) {
        return cluster.view()
                .find(User.class, idOrName)
                .filter(user -> principal.administrator() || user.id().equals(principal.user()))
                .orElseThrow(() -> new ProblemException(Problem.notFound("user", idOrName)));
    }

    private static UpdateUser update(User user, String hash) {
        return new UpdateUser(user.id(), Optional.of(hash), Optional.empty(), Optional.empty());
    }

    /** The core asks the same, but only after a hash was paid for. */
    private static void requireAdministrator(Principal principal) {
        if (!principal.administrator()) {
            throw new ProblemException(
                    Problem.forbidden(principal.name() + " may not create users.", "Ask an administrator to do it."));
        }
    }
}
