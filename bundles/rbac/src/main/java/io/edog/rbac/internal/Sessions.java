package io.edog.rbac.internal;

import io.edog.api.command.AccountCommand.CloseSession;
import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.model.Session;
import io.edog.api.model.User;
import io.edog.api.service.Accounts.Login;
import io.edog.api.service.Accounts.NewToken;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Opens, recognises and closes sessions and tokens. */
final class Sessions {
    private final Submitter cluster;
    private final SessionLife life;
    private final SecureRandom random;
    private final Clock clock;

    Sessions(Submitter cluster, SessionLife life, SecureRandom random, Clock clock) {
        this.cluster = cluster;
        this.life = life;
        this.random = random;
        this.clock = clock;
    }

    /** Opens a session for a user as it was when its password was checked. */
    CompletableFuture<Login> openLogin(User user) {
        Token token = Token.fresh(random);
        Instant expiresAt = now().plus(life.login());
        OpenSession open = new OpenSession(
                token.session(), user.id(), "", token.hash(), true, expiresAt, Optional.of(user.passwordHash()));
        Principal principal = principal(user, token.session());
        return cluster.submit(open, principal).thenApply(session -> new Login(token.text(), principal, expiresAt));
    }

    CompletableFuture<NewToken> openToken(Principal principal, String name, Optional<Instant> until) {
        Instant expiresAt = until.orElse(now().plus(life.token()));
        if (!expiresAt.isAfter(now()) || expiresAt.isAfter(now().plus(life.longestToken()))) {
            throw new ProblemException(Problem.invalid(
                    "expiresAt",
                    "A token can't end at " + expiresAt + ".",
                    "Give a time from now to " + now().plus(life.longestToken()) + ", or none."));
        }
        Token token = Token.fresh(random);
        OpenSession open = new OpenSession(
                token.session(), principal.user(), name, token.hash(), false, expiresAt, Optional.empty());
        return cluster.submit(open, principal).thenApply(session -> new NewToken(session, token.text()));
    }

    Optional<Principal> recognise(String bearer) {
        return Token.parse(bearer).flatMap(token -> recognise(token, cluster.view()));
    }

    private Optional<Principal> recognise(Token token, ClusterView view) {
        return view.find(Session.class, token.session())
                .filter(token::opens)
                .filter(session -> session.expiresAt().isAfter(clock.instant()))
                .flatMap(session -> view.find(User.class, session.owner())
                        .filter(user -> user.id().equals(session.owner()) && !user.locked())
                        .map(user -> principal(user, session.id())));
    }

    CompletableFuture<Void> close(Principal principal) {
        String session = principal
                .session()
                .orElseThrow(() -> new ProblemException(Problem.wrongState(
                        principal.name() + " did not come with a session.",
                        "Log in first; then there is one to end.")));
        return cluster.submit(new CloseSession(session), principal).thenApply(id -> null);
    }

    private static Principal principal(User user, String session) {
        return new Principal(user.id(), user.name(), user.tenant(), user.roles(), Optional.of(session));
    }

    /** To the millisecond, so that every store gives back what it was given. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
