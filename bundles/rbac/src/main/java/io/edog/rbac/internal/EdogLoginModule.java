package io.edog.rbac.internal;

import io.edog.api.service.Accounts;
import io.edog.api.service.ProblemException;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.jspecify.annotations.Nullable;

/**
 * Logs a user of edog in to the container's shell. The subject gets a principal with the user's name, by which commands
 * find out who it is, and the container's roles. Made by JAAS, one for each log-in.
 */
public final class EdogLoginModule implements LoginModule {
    static final String ACCOUNTS = "edog.accounts";
    static final String LIMIT_SECONDS = "edog.limitSeconds";

    private @Nullable Subject subject;
    private @Nullable CallbackHandler handler;
    private @Nullable Accounts accounts;
    private int limitSeconds;
    private Set<Principal> earned = Set.of();

    @Override
    public void initialize(
            Subject newSubject, CallbackHandler newHandler, Map<String, ?> shared, Map<String, ?> options) {
        this.subject = newSubject;
        this.handler = newHandler;
        this.accounts = (Accounts) options.get(ACCOUNTS);
        this.limitSeconds = options.get(LIMIT_SECONDS) instanceof Integer seconds ? seconds : 0;
    }

    @Override
    public boolean login() throws LoginException {
        Accounts known = accounts;
        CallbackHandler asker = handler;
        if (known == null || asker == null) {
            throw new LoginException("not initialised");
        }
        NameCallback name = new NameCallback("User: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        ask(asker, name, password);
        char[] typed = password.getPassword();
        if (name.getName() == null || typed == null) {
            throw new FailedLoginException("a name and a password are needed");
        }
        earned = ShellPrincipals.of(logIn(known, name.getName(), typed));
        Arrays.fill(typed, ' ');
        password.clearPassword();
        return true;
    }

    private static void ask(CallbackHandler handler, Callback... callbacks) throws LoginException {
        try {
            handler.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException e) {
            throw new FailedLoginException("only a name and a password are understood: " + e.getMessage());
        }
    }

    /** The session that proves the password is not used any further, and ended. */
    private io.edog.api.service.Principal logIn(Accounts known, String name, char[] password) throws LoginException {
        try {
            Accounts.Login login = known.login(name, new String(password)).get(limitSeconds, TimeUnit.SECONDS);
            known.logout(login.principal()).get(limitSeconds, TimeUnit.SECONDS);
            return login.principal();
        } catch (ExecutionException e) {
            throw new FailedLoginException(
                    e.getCause() instanceof ProblemException told
                            ? told.problem().detail()
                            : "log-in failed");
        } catch (TimeoutException e) {
            throw new FailedLoginException("the cluster did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedLoginException("interrupted");
        }
    }

    @Override
    public boolean commit() {
        if (subject != null) {
            subject.getPrincipals().addAll(earned);
        }
        return !earned.isEmpty();
    }

    @Override
    public boolean abort() {
        earned = Set.of();
        return true;
    }

    @Override
    public boolean logout() {
        if (subject != null) {
            subject.getPrincipals().removeAll(earned);
        }
        return abort();
    }
}
