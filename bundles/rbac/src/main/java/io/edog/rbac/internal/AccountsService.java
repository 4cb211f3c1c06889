package io.edog.rbac.internal;

import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Accounts kept in the cluster's state; there while this bundle is, whether or not the cluster answers. While the cluster does not answer, every call but {@link #local} is a 503
 * problem: a good token must not look like a wrong one.
 */
@Component(service = Accounts.class, immediate = true, configurationPid = RbacConfig.PID)
@Designate(ocd = RbacConfig.class)
public final class AccountsService implements Accounts {
    private final HashingPool pool;
    private final Logins logins;
    private final Sessions sessions;
    private final Passwords passwords;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ClusterService service;

    @Activate
    public AccountsService(RbacConfig config) {
        this(config, Clock.systemUTC());
    }

    AccountsService(RbacConfig config, Clock clock) {
        SecureRandom random = new SecureRandom();
        Submitter cluster = new Submitter(() -> Optional.ofNullable(service));
        PasswordHasher hasher = hasher(config, random);
        this.pool = new HashingPool(config.hashThreads(), config.hashQueue());
        this.sessions = new Sessions(cluster, life(config), random, clock);
        this.logins = new Logins(cluster, hasher, pool, lockOut(config, clock), sessions);
        this.passwords = new Passwords(cluster, hasher, pool, new PasswordRules(config.passwordMinLength()));
    }

    static PasswordHasher hasher(RbacConfig config, SecureRandom random) {
        Argon2Cost cost =
                new Argon2Cost(config.argon2MemoryKiB(), config.argon2Iterations(), config.argon2Parallelism());
        return new PasswordHasher(cost, random);
    }

    private static SessionLife life(RbacConfig config) {
        return new SessionLife(
                Duration.ofMinutes(config.sessionMinutes()),
                Duration.ofDays(config.tokenDays()),
                Duration.ofDays(config.tokenMaxDays()));
    }

    private static LockOut lockOut(RbacConfig config, Clock clock) {
        return new LockOut(
                config.lockOutAfter(),
                Duration.ofSeconds(config.lockOutSeconds()),
                Duration.ofSeconds(config.lockOutMaxSeconds()),
                clock);
    }

    @Override
    public CompletableFuture<Login> login(String user, String password) {
        return Futures.of(() -> logins.login(user, password));
    }

    @Override
    public Optional<Principal> authenticate(String bearer) {
        return sessions.recognise(bearer);
    }

    @Override
    public CompletableFuture<NewToken> createToken(Principal principal, String name, Optional<Instant> expiresAt) {
        return Futures.of(() -> sessions.openToken(principal, name, expiresAt));
    }

    @Override
    public CompletableFuture<Void> logout(Principal principal) {
        return Futures.of(() -> sessions.close(principal));
    }

    @Override
    public CompletableFuture<String> createUser(
            Principal principal, String name, String password, Set<String> roles, Optional<String> key) {
        return Futures.of(() -> passwords.create(principal, name, password, roles, key));
    }

    @Override
    public CompletableFuture<Void> setPassword(Principal principal, String user, String password) {
        return Futures.of(() -> passwords.set(principal, user, password));
    }

    @Override
    public Principal local(String osUser) {
        return Principal.local(osUser);
    }

    @Deactivate
    void deactivate() {
        pool.close();
    }
}
