package io.edog.rest.internal.call;

import io.edog.api.command.Command;
import io.edog.api.journal.Index;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterView;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.http.Caller;
import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.HttpProblems;
import io.edog.rest.internal.http.ProblemReplies;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;

/** Takes requests to the cluster and answers back, without holding a thread while it waits. Thread-safe. */
public final class Calls {
    private final Backends backends;
    private final AnswerPool pool;
    private final Duration limit;

    public Calls(Backends backends, AnswerPool pool, Duration limit) {
        this.backends = backends;
        this.pool = pool;
        this.limit = limit;
    }

    /** Answers from what the caller may see, once that is as new as the caller asked for. */
    public CompletionStage<Response> read(Caller caller, Function<ClusterView, ResponseBuilder> answer) {
        return bounded(view(backends.cluster(), caller).thenApply(view -> seen(view, answer)));
    }

    /**
     * Submits a command and answers with what it led to.
     *
     * @param command made from what the caller may see, or a problem thrown
     */
    public CompletionStage<Response> submit(
            Caller caller,
            Function<ClusterView, Command> command,
            BiFunction<Result.Accepted, ClusterView, ResponseBuilder> answer) {
        ClusterService cluster = backends.cluster();
        return bounded(view(cluster, caller).thenCompose(view -> {
            try {
                return submit(cluster, caller, command.apply(view), answer);
            } catch (ProblemException e) {
                return CompletableFuture.completedFuture(problem(e, view));
            }
        }));
    }

    private CompletableFuture<Response> submit(
            ClusterService cluster,
            Caller caller,
            Command command,
            BiFunction<Result.Accepted, ClusterView, ResponseBuilder> answer) {
        return pool.over(cluster.submit(command, caller.principal(), caller.key()))
                .thenApply(Calls::accepted)
                .thenCompose(accepted -> pool.over(cluster.reached(accepted.index()))
                        .thenApply(applied ->
                                reply(answer.apply(accepted, cluster.view(caller.principal())), accepted.index())));
    }

    /** Answers with what a future brings. */
    public <T> CompletionStage<Response> answer(CompletableFuture<T> future, Function<T, Response> answer) {
        return bounded(pool.over(future).thenApply(answer));
    }

    private CompletableFuture<Response> bounded(CompletableFuture<Response> answer) {
        return answer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<ClusterView> view(ClusterService cluster, Caller caller) {
        Index min = caller.minIndex().orElse(Index.ZERO);
        return pool.over(cluster.reached(min)).thenApply(reached -> {
            if (!reached) {
                throw new ProblemException(HttpProblems.behind(min.value()));
            }
            return cluster.view(caller.principal());
        });
    }

    private static Result.Accepted accepted(Result result) {
        if (result instanceof Result.Refused refused) {
            throw new ProblemException(refused.problem());
        }
        return (Result.Accepted) result;
    }

    private static Response seen(ClusterView view, Function<ClusterView, ResponseBuilder> answer) {
        try {
            return reply(answer.apply(view), view.index());
        } catch (ProblemException e) {
            return problem(e, view);
        }
    }

    /** What a view does not hold is missing at that view's index; at a later one it may be there. */
    private static Response problem(ProblemException problem, ClusterView view) {
        return reply(Response.fromResponse(ProblemReplies.of(problem.problem())), view.index());
    }

    private static Response reply(ResponseBuilder answer, Index index) {
        return answer.header(Headers.INDEX, index.toString()).build();
    }
}
