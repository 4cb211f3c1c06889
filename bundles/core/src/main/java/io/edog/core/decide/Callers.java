package io.edog.core.decide;

import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.command.Command;
import io.edog.api.model.Session;
import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import java.util.Optional;

/**
 * Who gives a command, by the state it is decided on. The manager that took it in may not have heard yet that a user was demoted or
 * locked, a session ended or a password changed, and a command may have waited since.
 */
record Callers(ClusterState state) {

    /**
     * The caller with the roles it has now.
     *
     * @throws ProblemException 401 when it is nobody any more; 403 when it would log in and is locked
     */
    Principal known(Principal told, Command command) {
        if (!told.kept()) {
            return told;
        }
        User user = state.find(User.class, told.user())
                .orElseThrow(() -> ended("There is no user " + told.name() + " any more."));
        if (command instanceof OpenSession open && logsIn(open, told)) {
            requirePassword(user, open);
        } else {
            requireSession(user, told.session());
        }
        return new Principal(user.id(), user.name(), user.tenant(), user.roles(), told.session());
    }

    /** The session that a log-in opens is the only one that need not be there. */
    private static boolean logsIn(OpenSession open, Principal told) {
        return open.login() && open.user().equals(told.user()) && told.session().equals(Optional.of(open.session()));
    }

    private void requireSession(User user, Optional<String> session) {
        if (user.locked()) {
            throw ended("The user " + user.name() + " is locked.");
        }
        boolean open = session.isEmpty()
                || state.find(Session.class, session.get())
                        .filter(s -> s.owner().equals(user.id()))
                        .isPresent();
        if (!open) {
            throw ended("This session or token of " + user.name() + " has ended.");
        }
    }

    private static void requirePassword(User user, OpenSession open) {
        if (user.locked()) {
            throw new ProblemException(Problem.forbidden("This user is locked.", "Ask an administrator to unlock it."));
        }
        if (!user.passwordHash().equals(open.passwordHash().orElse(user.passwordHash()))) {
            throw ended("The password was changed while you logged in.");
        }
    }

    private static ProblemException ended(String detail) {
        return new ProblemException(Problem.unauthenticated(detail, "Log in again."));
    }
}
