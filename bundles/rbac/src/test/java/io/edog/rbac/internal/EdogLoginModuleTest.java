package io.edog.rbac.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.model.Session;
import io.edog.api.service.Roles;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EdogLoginModuleTest {
    private static final String PASSWORD = "correct horse battery";

    private final FakeCluster cluster = new FakeCluster();
    private final AccountsService accounts = new AccountsService(Configs.with(Map.of()), Clock.systemUTC());
    private final Subject subject = new Subject();

    @AfterEach
    void stop() {
        accounts.deactivate();
    }

    private EdogLoginModule module(String user, String password, String role) {
        accounts.service = cluster;
        accounts.createUser(io.edog.api.service.Principal.SYSTEM, "ann", PASSWORD, Set.of(role), Optional.empty())
                .join();
        EdogLoginModule module = new EdogLoginModule();
        module.initialize(
                subject,
                typing(user, password),
                Map.of(),
                Map.of(EdogLoginModule.ACCOUNTS, accounts, EdogLoginModule.LIMIT_SECONDS, 10));
        return module;
    }

    private static CallbackHandler typing(String user, String password) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PasswordCallback secret) {
                    secret.setPassword(password.toCharArray());
                }
            }
        };
    }

    @Test
    void anAdministratorGetsTheWholeShell() throws LoginException {
        EdogLoginModule module = module("ann", PASSWORD, Roles.ADMINISTRATOR);

        assertThat(module.login()).isTrue();
        assertThat(module.commit()).isTrue();
        assertThat(subject.getPrincipals(UserPrincipal.class))
                .extracting(Principal::getName)
                .containsExactly("ann");
        assertThat(subject.getPrincipals(RolePrincipal.class))
                .extracting(Principal::getName)
                .containsExactlyInAnyOrder("ssh", "admin", "manager", "viewer", "systembundles");
    }

    @Test
    void aUserMayLookAround() throws LoginException {
        EdogLoginModule module = module("ann", PASSWORD, Roles.USER);
        module.login();
        module.commit();

        assertThat(subject.getPrincipals(RolePrincipal.class))
                .extracting(Principal::getName)
                .containsExactlyInAnyOrder("ssh", "viewer");
    }

    @Test
    void noSessionIsLeftBehind() throws LoginException {
        module("ann", PASSWORD, Roles.USER).login();

        assertThat(cluster.state().list(Session.class)).isEmpty();
    }

    @Test
    void aWrongPasswordGetsNothing() {
        EdogLoginModule module = module("ann", "wrong horse battery", Roles.ADMINISTRATOR);

        assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class);
        assertThat(module.commit()).isFalse();
        assertThat(subject.getPrincipals()).isEmpty();
    }
}
