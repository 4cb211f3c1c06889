package io.edog.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.command.AccountCommand.CloseSession;
import io.edog.api.command.AccountCommand.DeleteUser;
import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand.CreateVolume;
import io.edog.api.command.StorageCommand.ImportTemplate;
import io.edog.api.model.Session;
import io.edog.api.service.Principal;
import io.edog.api.service.Roles;
import io.edog.core.Fixture;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers of whom the manager that took in their command did not know the newest, or could not. */
class CallersTest {
    private static final ImportTemplate ADMINISTRATORS_ONLY =
            new ImportTemplate("t", "linux", "1", "/x.qcow2", Optional.empty());

    private final Fixture f = new Fixture();

    @BeforeEach
    void aPoolForVolumes() {
        f.settle();
    }

    private int refused(Command command, Principal principal) {
        var before = f.state;
        Decision decision = f.decide(command, principal);
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        assertThat(f.state).isSameAs(before);
        return ((Decision.Rejected) decision).problem().status();
    }

    private static Principal in(Principal user, String session) {
        return new Principal(user.user(), user.name(), user.tenant(), user.roles(), Optional.of(session));
    }

    private OpenSession open(Principal user, String session, Optional<String> passwordHash) {
        boolean login = passwordHash.isPresent();
        return new OpenSession(
                session, user.user(), "", "hash-" + session, login, f.now.plus(Duration.ofHours(1)), passwordHash);
    }

    private Principal logIn(Principal user) {
        Principal principal = in(user, "s-" + user.name());
        f.accept(open(user, "s-" + user.name(), Optional.of("$hash$")), principal);
        return principal;
    }

    private void roles(Principal user, String role) {
        f.accept(
                new UpdateUser(user.user(), Optional.empty(), Optional.of(Set.of(role)), Optional.empty()),
                Fixture.ADMIN);
    }

    private void password(Principal user) {
        f.accept(new UpdateUser(user.user(), Optional.of("$new$"), Optional.empty(), Optional.empty()), Fixture.ADMIN);
    }

    private void lock(Principal user) {
        f.accept(new UpdateUser(user.user(), Optional.empty(), Optional.empty(), Optional.of(true)), Fixture.ADMIN);
    }

    private static CreateVolume volume(String name) {
        return new CreateVolume(name, Optional.empty(), 1L << 20);
    }

    @Test
    void haveTheRolesOfTheMomentOfTheDecision() {
        Principal user = logIn(Fixture.BOB);
        roles(Fixture.BOB, Roles.ADMINISTRATOR);
        f.accept(ADMINISTRATORS_ONLY, user);

        Principal administrator = new Principal("u-bob", "bob", "default", Set.of(Roles.ADMINISTRATOR), user.session());
        roles(Fixture.BOB, Roles.USER);
        assertThat(refused(new DeleteUser("ann"), administrator)).isEqualTo(403);
        Principal overSsh = new Principal("u-bob", "bob", "default", Set.of(Roles.ADMINISTRATOR), Optional.empty());
        assertThat(refused(new DeleteUser("ann"), overSsh)).isEqualTo(403);
    }

    @Test
    void makeNoTokenOnceTheirPasswordIsAnother() {
        Principal ann = logIn(Fixture.ANN);
        f.accept(open(ann, "t-1", Optional.empty()), ann);
        password(Fixture.ANN);

        assertThat(refused(open(ann, "t-2", Optional.empty()), ann)).isEqualTo(401);
        assertThat(f.state.list(Session.class)).isEmpty();
    }

    @Test
    void areNotLoggedInWithThePasswordOfBefore() {
        password(Fixture.ANN);
        OpenSession late = open(Fixture.ANN, "s-late", Optional.of("$hash$"));

        assertThat(refused(late, in(Fixture.ANN, "s-late"))).isEqualTo(401);
        f.accept(open(Fixture.ANN, "s-new", Optional.of("$new$")), in(Fixture.ANN, "s-new"));
    }

    @Test
    void whoAreLockedGoneOrLoggedOutDoNothing() {
        Principal ann = logIn(Fixture.ANN);
        lock(Fixture.ANN);
        assertThat(refused(volume("a"), ann)).isEqualTo(401);
        assertThat(refused(volume("a"), Fixture.ANN)).isEqualTo(401);
        assertThat(refused(open(Fixture.ANN, "s-1", Optional.of("$hash$")), in(Fixture.ANN, "s-1")))
                .isEqualTo(403);

        Principal bob = logIn(Fixture.BOB);
        f.accept(volume("b"), bob);
        f.accept(new CloseSession("s-bob"), bob);
        assertThat(refused(volume("c"), bob)).isEqualTo(401);

        f.accept(new DeleteUser("ann"), Fixture.ADMIN);
        assertThat(refused(volume("a"), ann)).isEqualTo(401);
        assertThat(refused(volume("a"), Fixture.ANN)).isEqualTo(401);
        assertThat(refused(open(Fixture.ANN, "s-2", Optional.of("$hash$")), in(Fixture.ANN, "s-2")))
                .isEqualTo(401);
    }

    @Test
    void haveNoSessionOfAnotherUser() {
        logIn(Fixture.ANN);
        assertThat(refused(volume("a"), in(Fixture.BOB, "s-ann"))).isEqualTo(401);
    }

    @Test
    void whoAreNoUsersAreTakenAtTheirWord() {
        f.accept(ADMINISTRATORS_ONLY, Principal.local("root"));
        f.accept(volume("a"), Principal.SYSTEM);
    }
}
