package io.edog.peer.internal;

import io.edog.api.member.Member;
import io.edog.api.member.PeerException;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches one state, within the limits of time and size. */
final class StateFetch {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Member from;
    private final PeerSettings.Limits limits;
    private final Executor threads;

    StateFetch(Member from, PeerSettings.Limits limits, Executor threads) {
        this.from = from;
        this.limits = limits;
        this.threads = threads;
    }

    ClusterState fetch(HttpClient client, HttpRequest request) {
        CompletableFuture<InputStream> body = new CompletableFuture<>();
        CompletableFuture<ClusterState> state = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(
                        answer -> {
                            body.complete(answer.body());
                            return read(answer);
                        },
                        threads);
        try {
            return state.get(limits.state().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (TimeoutException e) {
            giveUp(body);
            throw new PeerException("the state of manager " + from.node() + " did not come within "
                    + limits.state().toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(body);
            throw new PeerException("fetching the state of manager " + from.node() + " was interrupted", e);
        }
    }

    private PeerException failed(ExecutionException e) {
        return e.getCause() instanceof PeerException known ? known : new PeerException(HttpsPeers.said(from, e), e);
    }

    private ClusterState read(HttpResponse<InputStream> answer) {
        try (InputStream in = new Bounded(answer.body(), limits.stateBytes())) {
            return switch (answer.statusCode()) {
                case OK -> StateCodec.read(in).state();
                case UNAVAILABLE -> throw new PeerException("manager " + from.node() + " does not serve now");
                default ->
                    throw new PeerException("manager " + from.node() + " answered with status " + answer.statusCode());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the reading, which has a thread of its own. */
    private static void giveUp(CompletableFuture<InputStream> body) {
        CompletableFuture<Void> unused = body.thenAccept(StateFetch::close);
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
