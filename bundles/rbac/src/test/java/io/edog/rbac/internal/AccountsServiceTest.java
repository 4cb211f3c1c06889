package io.edog.rbac.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.model.Session;
import io.edog.api.model.User;
import io.edog.api.service.Accounts.Login;
import io.edog.api.service.Accounts.NewToken;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Roles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsServiceTest {
    private static final String PASSWORD = "correct horse battery";

    private final MovableClock clock = new MovableClock();
    private final FakeCluster cluster = new FakeCluster();
    private AccountsService accounts = service(Map.of());
    private String ann = "";

    private AccountsService service(Map<String, Object> config) {
        AccountsService made = new AccountsService(Configs.with(config), clock);
        made.service = cluster;
        return made;
    }

    @BeforeEach
    void createAnn() {
        ann = accounts.createUser(Principal.SYSTEM, "ann", PASSWORD, Set.of(Roles.USER), Optional.empty())
                .join();
    }

    @AfterEach
    void stop() {
        accounts.deactivate();
    }

    @Test
    void aLoginCarriesTheHashThatWasVerifiedAndATokenNone() {
        Login login = accounts.login("ann", PASSWORD).join();
        accounts.createToken(login.principal(), "ci", Optional.empty()).join();

        String hash = cluster.state().find(User.class, ann).orElseThrow().passwordHash();
        assertThat(cluster.submitted)
                .filteredOn(OpenSession.class::isInstance)
                .map(command -> ((OpenSession) command).passwordHash())
                .containsExactly(Optional.of(hash), Optional.empty());
        assertThat(cluster.submitted.toString()).doesNotContain(hash);
    }

    @Test
    void aLoginIsRecognisedUntilItExpires() {
        Login login = accounts.login("ann", PASSWORD).join();

        assertThat(login.principal().name()).isEqualTo("ann");
        assertThat(login.principal().roles()).containsExactly(Roles.USER);
        assertThat(accounts.authenticate(login.token())).contains(login.principal());
        clock.advance(Duration.ofHours(12).minusMillis(1));
        assertThat(accounts.authenticate(login.token())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(accounts.authenticate(login.token())).isEmpty();
    }

    @Test
    void theClusterNeverSeesATokenOrAPassword() {
        Login login = accounts.login("ann", PASSWORD).join();
        String secret = login.token().substring(login.token().lastIndexOf('_') + 1);

        assertThat(cluster.submitted.toString()
                        + cluster.state().list(Session.class)
                        + cluster.state().list(User.class))
                .doesNotContain(PASSWORD, secret);
        assertThat(login.toString()).doesNotContain(secret);
        assertThat(cluster.state().list(Session.class).get(0).tokenHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void wrongNameAndWrongPasswordLookTheSame() {
        Problem name = problem(accounts.login("nobody", PASSWORD));
        Problem password = problem(accounts.login("ann", "wrong horse battery"));

        assertThat(name).isEqualTo(password);
        assertThat(name.status()).isEqualTo(401);
        assertThat(name.field()).contains("password");
        assertThat(cluster.submitted).noneMatch(OpenSession.class::isInstance);
    }

    @Test
    void anIdIsNoNameToLogInWith() {
        assertThat(problem(accounts.login(ann, PASSWORD)).status()).isEqualTo(401);
    }

    @Test
    void aHugePasswordIsJustWrong() {
        assertThat(problem(accounts.login("ann", "x".repeat(1_000_000))).status())
                .isEqualTo(401);
    }

    @Test
    void tooManyFailuresLockOutEvenTheRightPassword() {
        IntStream.range(0, 5).forEach(i -> problem(accounts.login("ann", "wrong")));

        assertThat(problem(accounts.login("ann", PASSWORD)).status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(2));
        assertThat(accounts.login("ann", PASSWORD).join().principal().user()).isEqualTo(ann);
    }

    @Test
    void aLockedUserIsOut() {
        Login login = accounts.login("ann", PASSWORD).join();
        var unused = cluster.submit(
                new UpdateUser(ann, Optional.empty(), Optional.empty(), Optional.of(true)),
                Principal.SYSTEM,
                Optional.empty());

        assertThat(accounts.authenticate(login.token())).isEmpty();
        assertThat(problem(accounts.login("ann", PASSWORD)).status()).isEqualTo(403);
    }

    @Test
    void wrongTokensAreNobody() {
        String token = accounts.login("ann", PASSWORD).join().token();
        String other = accounts.login("ann", PASSWORD).join().token();
        String mixed = token.substring(0, token.lastIndexOf('_')) + other.substring(other.lastIndexOf('_'));

        for (String wrong : new String[] {"", "edog_", "edog__", "x", token + "x", mixed, token.substring(5)}) {
            assertThat(accounts.authenticate(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void logoutEndsTheSession() {
        Login login = accounts.login("ann", PASSWORD).join();
        accounts.logout(login.principal()).join();

        assertThat(accounts.authenticate(login.token())).isEmpty();
    }

    @Test
    void aTokenSpeaksForItsMakerUntilItsEnd() {
        Principal principal = accounts.login("ann", PASSWORD).join().principal();
        NewToken token = accounts.createToken(
                        principal, "ci", Optional.of(clock.instant().plus(Duration.ofDays(30))))
                .join();

        assertThat(accounts.authenticate(token.token()).orElseThrow().name()).isEqualTo("ann");
        clock.advance(Duration.ofDays(31));
        assertThat(accounts.authenticate(token.token())).isEmpty();
    }

    @Test
    void aTokenMustEndSomeDay() {
        Principal principal = accounts.login("ann", PASSWORD).join().principal();

        assertThat(problem(accounts.createToken(principal, "ci", Optional.of(clock.instant())))
                        .field())
                .contains("expiresAt");
        Optional<java.time.Instant> far = Optional.of(clock.instant().plus(Duration.ofDays(500)));
        assertThat(problem(accounts.createToken(principal, "ci", far)).status()).isEqualTo(400);
    }

    @Test
    void badPasswordsAreRefusedBeforeAnythingIsWritten() {
        int before = cluster.submitted.size();

        for (String bad : new String[] {"short", "bob-the-builder", "aaaaaaaaaaaaaa", "x1y2".repeat(100)}) {
            Problem problem = problem(accounts.createUser(
                    Principal.SYSTEM, "bob-the-builder", bad, Set.of(Roles.USER), Optional.empty()));
            assertThat(problem.field()).contains("password");
            assertThat(problem.cure()).isPresent();
        }
        assertThat(cluster.submitted).hasSize(before);
    }

    @Test
    void aUserChangesItsOwnPasswordOnly() {
        Principal principal = accounts.login("ann", PASSWORD).join().principal();
        accounts.createUser(Principal.SYSTEM, "bob", PASSWORD, Set.of(Roles.USER), Optional.empty())
                .join();
        accounts.setPassword(principal, "ann", "another horse battery").join();

        assertThat(problem(accounts.login("ann", PASSWORD)).status()).isEqualTo(401);
        assertThat(accounts.login("ann", "another horse battery")
                        .join()
                        .principal()
                        .user())
                .isEqualTo(ann);
        assertThat(problem(accounts.setPassword(principal, "bob", "another horse battery"))
                        .status())
                .isEqualTo(404);
        assertThat(problem(accounts.createUser(principal, "eve", PASSWORD, Set.of(Roles.USER), Optional.empty()))
                        .status())
                .isEqualTo(403);
        assertThat(cluster.submitted).filteredOn(CreateUser.class::isInstance).hasSize(2);
    }

    @Test
    void moreHashingThanTheQueueHoldsIs503() {
        accounts.deactivate();
        accounts = service(Map.of("hashThreads", 1, "hashQueue", 1, "argon2MemoryKiB", 4096));
        var all = IntStream.range(0, 8)
                .mapToObj(i -> accounts.login("user" + i, PASSWORD))
                .toList();

        assertThat(all.stream().map(this::problem).map(Problem::status)).contains(503, 401);
    }

    @Test
    void withoutAClusterEverythingIs503() {
        String token = accounts.login("ann", PASSWORD).join().token();
        accounts.service = null;

        assertThat(problem(accounts.login("ann", PASSWORD)).status()).isEqualTo(503);
        assertThatThrownBy(() -> accounts.authenticate(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
    }

    @Test
    void rootOnThisMachineIsAnAdministrator() {
        Principal root = accounts.local("root");

        assertThat(root.administrator()).isTrue();
        assertThat(root.name()).isEqualTo("root");
    }

    private Problem problem(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (java.util.concurrent.CompletionException e) {
            return ((ProblemException) e.getCause()).problem();
        }
        throw new AssertionError("no problem");
    }
}
