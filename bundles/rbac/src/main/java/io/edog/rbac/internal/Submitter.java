package io.edog.rbac.internal;

import io.edog.api.command.Command;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The cluster, when it is there; refusals as problems. */
final class Submitter {
    private final Supplier<Optional<ClusterService>> cluster;

    Submitter(Supplier<Optional<ClusterService>> cluster) {
        this.cluster = cluster;
    }

    /** The id of the object a command made or changed. */
    CompletableFuture<String> submit(Command command, Principal principal) {
        return submit(command, principal, Optional.empty());
    }

    /** The same, of a command that may be repeated under its key. */
    CompletableFuture<String> submit(Command command, Principal principal, Optional<String> key) {
        return cluster().submit(command, principal, key).thenCompose(Submitter::subject);
    }

    /** What edog itself sees. */
    ClusterView view() {
        return cluster().view(Principal.SYSTEM);
    }

    private ClusterService cluster() {
        return cluster.get()
                .orElseThrow(() -> new ProblemException(Problem.unavailable(
                        "The manager is not running on this node, so nobody can be recognised.",
                        "Try again when it is, or ask another manager.")));
    }

    private static CompletableFuture<String> subject(Result result) {
        if (result instanceof Result.Accepted accepted) {
            return CompletableFuture.completedFuture(accepted.reply().subject());
        }
        return CompletableFuture.failedFuture(new ProblemException(((Result.Refused) result).problem()));
    }
}
