package io.edog.shell.internal.call;

import io.edog.api.model.User;
import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.shell.internal.Failure;
import java.security.AccessController;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** Who gives a command: whoever the thread's JAAS subject says, never what a variable of the session says. */
public final class Callers {

    private Callers() {}

    /**
     * The caller of the running command.
     *
     * @throws Failure if nobody that edog knows is logged in
     */
    public static Principal current(ClusterService cluster, Accounts accounts) {
        return subject().flatMap(subject -> of(subject, cluster, accounts)).orElseThrow(Callers::nobody);
    }

    private static Optional<Principal> of(Subject subject, ClusterService cluster, Accounts accounts) {
        return subject.getPrincipals(LocalUser.class).stream()
                .findFirst()
                .map(user -> accounts.local(user.name()))
                .or(() -> subject.getPrincipals(UserPrincipal.class).stream()
                        .findFirst()
                        .flatMap(user -> named(user.getName(), cluster)));
    }

    private static Optional<Principal> named(String name, ClusterService cluster) {
        return cluster.view(Principal.SYSTEM).list(User.class).stream()
                .filter(user -> user.name().equals(name) && !user.locked())
                .findFirst()
                .map(user -> new Principal(user.id(), user.name(), user.tenant(), user.roles(), Optional.empty()));
    }

    /** JDK 17 has no other way than this one, which later ones removed; Karaf's own shell uses it too. */
    @SuppressWarnings("removal")
    private static Optional<Subject> subject() {
        return Optional.ofNullable(Subject.getSubject(AccessController.getContext()));
    }

    private static Failure nobody() {
        return Failure.of(Problem.unauthenticated(
                "Nobody that edog knows is logged in to this session.",
                "Log in over ssh as a user of edog, or use the local shell: ./edog shell."));
    }
}
