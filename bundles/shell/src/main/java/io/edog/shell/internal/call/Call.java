package io.edog.shell.internal.call;

import io.edog.api.command.Command;
import io.edog.api.export.Backups;
import io.edog.api.member.Ensemble;
import io.edog.api.model.Resource;
import io.edog.api.model.Task;
import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Principal;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.shell.internal.Edge;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.text.Output;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One command being carried out: who asks, whom it asks, and what it prints to. */
public record Call(
        ClusterService cluster, Accounts accounts, Principal principal, Edge edge, Output output, Person person) {

    /**
     * Begins a command.
     *
     * @throws Failure if a feature it needs is away, or nobody is logged in
     */
    public static Call begin(Edge edge, Output output, Person person) {
        Accounts accounts = edge.accounts()
                .orElseThrow(() ->
                        Failure.away("The rbac feature is not installed.", "Install it: feature:install edog-rbac."));
        ClusterService cluster = edge.cluster()
                .orElseThrow(() -> Failure.away(
                        "The manager feature is away or still starting.",
                        "Wait a moment; if it stays so: feature:install edog-manager, and look at the log."));
        return new Call(cluster, accounts, Callers.current(cluster, accounts), edge, output, person);
    }

    /** The cluster; fails while this manager does not serve: what it knows may be old, or wrong. */
    @Override
    public ClusterService cluster() {
        ClusterStatus status = status();
        if (!status.serving()) {
            throw Failure.away(
                    status.reason().isEmpty() ? "The manager does not serve yet." : status.reason(),
                    "Look at edog:status; wait a moment, or ask another manager.");
        }
        return cluster;
    }

    /** Log-in; fails while this manager does not serve. */
    @Override
    public Accounts accounts() {
        cluster();
        return accounts;
    }

    /** Where this node stands, also while it does not serve. */
    public ClusterStatus status() {
        return cluster.status();
    }

    /** What the caller may see, now; fails while this manager does not serve. */
    public ClusterView view() {
        return cluster().view(principal);
    }

    /** This manager's backups; fails without them. */
    public Backups backups() {
        return edge.backups()
                .orElseThrow(() -> Failure.away(
                        "No backups are taken on this node now.",
                        "Wait a moment; if it stays so: feature:install edog-manager, and look at the log."));
    }

    /** ZooKeeper's servers; fails without them. */
    public Ensemble ensemble() {
        return edge.ensemble()
                .orElseThrow(() -> Failure.away(
                        "ZooKeeper's servers are not known on this node now.",
                        "Wait a moment; if it stays so: feature:install edog-manager, and look at the log."));
    }

    /** The object that an id, a name or the beginning of an id means; fails when it means none or several. */
    public <T extends Resource> T find(Class<T> type, String word) {
        return Lookup.find(view(), type, word);
    }

    /** As {@link #find}, its id alone. */
    public <T extends Resource> String idOf(Class<T> type, String word) {
        return find(type, word).id();
    }

    /** Submits a command and waits until it is accepted. */
    public Result.Accepted submit(Command command) throws InterruptedException {
        Result result = await(cluster().submit(command, principal, Optional.empty()), "The command's acceptance");
        if (result instanceof Result.Refused refused) {
            throw Failure.of(refused.problem());
        }
        return (Result.Accepted) result;
    }

    /** Waits for an answer no longer than a command may wait for its acceptance. */
    public <T> T await(CompletableFuture<T> answer, String what) throws InterruptedException {
        return await(answer, edge.limits().submit(), what);
    }

    /** Waits for a task to end, telling its progress to a person who waits; on and on if this manager does not serve for a while. */
    public Task awaitTask(String id, Duration limit) throws InterruptedException {
        try (TaskWatch watch = TaskWatch.start(this, cluster, id)) {
            return await(watch.end(), limit, "The task " + id);
        }
    }

    /** Waits for an answer, with a limit. */
    public static <T> T await(CompletableFuture<T> answer, Duration limit, String what) throws InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Failure.timedOut(what, limit);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof ProblemException problem) {
            return Failure.of(problem);
        }
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
