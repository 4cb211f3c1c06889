package io.edog.rbac.internal;

import io.edog.api.model.User;
import io.edog.api.service.Accounts.Login;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a name and a password; what comes out does not tell which of the two was wrong. */
final class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final Submitter cluster;
    private final PasswordHasher hasher;
    private final HashingPool pool;
    private final LockOut lockOut;
    private final Sessions sessions;

    Logins(Submitter cluster, PasswordHasher hasher, HashingPool pool, LockOut lockOut, Sessions sessions) {
        this.cluster = cluster;
        this.hasher = hasher;
        this.pool = pool;
        this.lockOut = lockOut;
        this.sessions = sessions;
    }

    CompletableFuture<Login> login(String name, String password) {
        lockOut.check(name);
        Optional<User> user =
                cluster.view().find(User.class, name).filter(u -> u.name().equals(name));
        return pool.run(() -> matches(user, password)).thenCompose(right -> decide(right, name, user));
    }

    private boolean matches(Optional<User> user, String password) {
        boolean readable = password.length() <= PasswordRules.MAX_LENGTH;
        return hasher.verify(readable ? password : "", user.map(User::passwordHash)) && readable;
    }

    private CompletableFuture<Login> decide(boolean right, String name, Optional<User> user) {
        if (!right || user.isEmpty()) {
            lockOut.failed(name);
            LOG.info("log-in refused: {}", user.map(User::name).orElse("unknown name"));
            return CompletableFuture.failedFuture(new ProblemException(wrong()));
        }
        lockOut.succeeded(name);
        if (user.get().locked()) {
            return CompletableFuture.failedFuture(new ProblemException(
                    Problem.forbidden("This user is locked.", "Ask an administrator to unlock it.")));
        }
        return sessions.openLogin(user.get());
    }

    private static Problem wrong() {
        return new Problem(
                "wrong-password",
                "Not logged in",
                401,
                "The user's name or the password is wrong.",
                Optional.of("password"),
                Optional.of("Check both and try again, or have an administrator set a new password."));
    }
}
