package io.edog.rbac.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.model.Session;
import io.edog.api.model.User;
import io.edog.api.service.Accounts.Login;
import io.edog.api.service.Accounts.NewToken;
import io.edog.api.service.Principal;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Roles;
import io.edog.manager.internal.ManagerService;
import io.edog.testkit.bus.MemoryBus;
import io.edog.testkit.journal.MemoryElection;
import io.edog.testkit.journal.MemoryEnsemble;
import io.edog.testkit.journal.MemoryJournal;
import io.edog.testkit.journal.MemoryLeadership;
import io.edog.testkit.manager.Managers;
import io.edog.testkit.store.MemoryStateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts before the real manager: what the rules of the core let through. */
class AccountsOnManagerTest {
    private static final String PASSWORD = "correct horse battery";

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryLeadership leadership = new MemoryLeadership(ensemble, new MemoryElection(), "node1", executor);
    private final ManagerService manager = Managers.lone(
            new MemoryJournal(ensemble, executor),
            leadership,
            new MemoryBus(ensemble, executor),
            new MemoryStateStore());
    private final AccountsService accounts = new AccountsService(Configs.with(Map.of()), Clock.systemUTC());

    @TempDir
    Path data;

    private Login admin = new Login("", Principal.SYSTEM, java.time.Instant.EPOCH);

    @BeforeEach
    void logInAsTheFirstAdministrator() throws Exception {
        accounts.service = manager;
        leadership.stand();
        Path file = data.resolve("admin-password");
        FirstAdministrator first = new FirstAdministrator(
                new PasswordFile(file),
                AccountsService.hasher(Configs.with(Map.of()), new SecureRandom()),
                new PasswordGenerator(new SecureRandom()),
                Duration.ofSeconds(30));
        await().atMost(Duration.ofSeconds(60)).until(() -> first.step(manager));
        admin = accounts.login("admin", Files.readString(file).strip()).join();
    }

    @AfterEach
    void stop() throws Exception {
        accounts.deactivate();
        manager.stop();
        executor.shutdownNow();
    }

    @Test
    void usersLogInMakeTokensAndLogOut() {
        accounts.createUser(admin.principal(), "ann", PASSWORD, Set.of(Roles.USER), Optional.empty())
                .join();
        Login ann = accounts.login("ann", PASSWORD).join();
        NewToken token =
                accounts.createToken(ann.principal(), "ci", Optional.empty()).join();

        assertThat(accounts.authenticate(token.token()).orElseThrow().name()).isEqualTo("ann");
        accounts.logout(ann.principal()).join();
        assertThat(accounts.authenticate(ann.token())).isEmpty();
        assertThat(accounts.authenticate(token.token())).isPresent();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        accounts.createUser(admin.principal(), "ann", PASSWORD, Set.of(Roles.USER), Optional.empty())
                .join();
        Login mine = accounts.login("ann", PASSWORD).join();
        Login other = accounts.login("ann", PASSWORD).join();
        accounts.setPassword(mine.principal(), "ann", "another horse battery").join();

        assertThat(accounts.authenticate(mine.token())).isPresent();
        assertThat(accounts.authenticate(other.token())).isEmpty();
    }

    @Test
    void theSameNameIsRefusedAndNobodyElsePromoted() {
        accounts.createUser(admin.principal(), "ann", PASSWORD, Set.of(Roles.USER), Optional.empty())
                .join();
        Principal ann = accounts.login("ann", PASSWORD).join().principal();

        assertThat(status(
                        accounts.createUser(admin.principal(), "ann", PASSWORD, Set.of(Roles.USER), Optional.empty())))
                .isEqualTo(409);
        assertThat(status(accounts.createUser(admin.principal(), "bob", PASSWORD, Set.of("king"), Optional.empty())))
                .isEqualTo(400);
        assertThat(status(accounts.createUser(ann, "bob", PASSWORD, Set.of(Roles.USER), Optional.empty())))
                .isEqualTo(403);
        assertThat(status(accounts.setPassword(ann, "admin", PASSWORD))).isEqualTo(404);
        assertThat(manager.view(Principal.SYSTEM).list(User.class)).hasSize(2);
        assertThat(manager.view(Principal.SYSTEM).list(Session.class)).hasSize(2);
    }

    @Test
    void askedTwiceUnderOneKeyAUserIsMadeOnce() {
        Principal caller = admin.principal();
        Optional<String> key = Optional.of("k1");
        String id = accounts.createUser(caller, "ann", PASSWORD, Set.of(Roles.USER), key)
                .join();
        assertThat(accounts.createUser(caller, "ann", PASSWORD, Set.of(Roles.USER), key)
                        .join())
                .isEqualTo(id);
        assertThat(accounts.login("ann", PASSWORD).join().principal().user()).isEqualTo(id);
        assertThat(status(accounts.createUser(caller, "ann", PASSWORD + "!", Set.of(Roles.USER), key)))
                .isEqualTo(422);
        assertThat(status(accounts.createUser(caller, "bob", PASSWORD, Set.of(Roles.USER), key)))
                .isEqualTo(422);
        assertThat(status(accounts.createUser(caller, "ann", PASSWORD, Set.of(Roles.USER), Optional.of("k2"))))
                .isEqualTo(409);
    }

    private static int status(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            return ((ProblemException) e.getCause()).problem().status();
        }
        throw new AssertionError("no problem");
    }
}
