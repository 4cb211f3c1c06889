package io.edog.rbac.internal;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.model.User;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.Principal;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the user {@code admin} when there is no user at all. The password is in its file before the user exists, so that
 * no crash leaves an administrator whose password nobody knows. Used by one thread.
 */
final class FirstAdministrator {
    /** The name of the first user. */
    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final PasswordFile file;
    private final PasswordHasher hasher;
    private final PasswordGenerator generator;
    private final Duration limit;
    /** One key and one hash for all attempts, so that an uncertain one can be repeated. */
    private final Optional<String> key = Optional.of("first-administrator-" + UUID.randomUUID());

    private @Nullable CreateUser command;
    private boolean written;

    FirstAdministrator(PasswordFile file, PasswordHasher hasher, PasswordGenerator generator, Duration limit) {
        this.file = file;
        this.hasher = hasher;
        this.generator = generator;
        this.limit = limit;
    }

    /** Tries once; true when there is a user, and so nothing more to do. */
    boolean step(ClusterService cluster) throws IOException, InterruptedException {
        if (!leads(cluster.status())) {
            return false;
        }
        try {
            return !cluster.view(Principal.SYSTEM).list(User.class).isEmpty() || create(cluster);
        } catch (ProblemException e) {
            LOG.info("the first administrator has to wait: {}", e.problem().detail());
            return false;
        }
    }

    private static boolean leads(ClusterStatus status) {
        return status.serving() && status.leader().equals(Optional.of(status.node()));
    }

    private boolean create(ClusterService cluster) throws IOException, InterruptedException {
        CreateUser create = command();
        try {
            Result result = cluster.submit(create, Principal.SYSTEM, key).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return result instanceof Result.Accepted ? created() : refused((Result.Refused) result);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("the first administrator could not be created yet: {}", e.toString());
            return false;
        }
    }

    private CreateUser command() throws IOException {
        CreateUser known = command;
        if (known == null) {
            known = new CreateUser(NAME, hasher.hash(password()), Set.of(Roles.ADMINISTRATOR));
            command = known;
        }
        return known;
    }

    private String password() throws IOException {
        Optional<String> kept = file.read();
        if (kept.isPresent()) {
            return kept.get();
        }
        String fresh = generator.next();
        file.write(fresh);
        written = true;
        return fresh;
    }

    private boolean created() {
        LOG.info("created the first administrator '{}'; its password is in {}", NAME, file.path());
        return true;
    }

    /** Someone else was first: then the password just written opens nothing. */
    private boolean refused(Result.Refused refused) throws IOException {
        boolean taken = refused.problem().status() == 409;
        if (taken && written) {
            file.delete();
        }
        LOG.info("the first administrator was refused: {}", refused.problem().detail());
        return taken;
    }
}
