package io.edog.peer.internal;

import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.Member;
import io.edog.api.member.PeerException;
import io.edog.api.member.Peers;
import io.edog.api.state.ClusterState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Asks other managers over HTTPS; who answers must be a member of the cluster, at the address it is known by. */
@Component(service = Peers.class)
public final class HttpsPeers implements Peers {
    private static final int OK = 200;

    private final PeerKeys keys;
    private final PeerSettings settings;
    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor readers;
    /** One for each manager: one that hangs must not hold up what is for another. */
    private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();

    private final Consumer<SSLContext> renew = this::renew;
    private volatile Optional<HttpClient> client = Optional.empty();

    @Activate
    public HttpsPeers(@Reference PeerKeys keys) {
        this.keys = keys;
        this.settings = keys.settings();
        this.threads = Pools.bounded(
                "edog-peer-client",
                settings.limits().clientThreads(),
                settings.limits().pending());
        // apart: a reader waits for bytes, which the others bring
        this.readers = Pools.bounded("edog-peer-state", 1, 1);
        keys.use(renew);
    }

    private void renew(SSLContext context) {
        client = Optional.of(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .connectTimeout(settings.limits().connect())
                .executor(threads)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    }

    @Override
    public String address() {
        return settings.address().orElse("");
    }

    @Override
    public CompletableFuture<Forwarded> submit(Member to, ForwardedCommand command) {
        Duration most = settings.limits().command();
        Duration limit = command.limit().compareTo(most) < 0 ? command.limit() : most;
        CompletableFuture<Forwarded> answer = new CompletableFuture<>();
        CompletableFuture<Forwarded> inTime = answer.completeOnTimeout(
                new Forwarded.Undecided("manager " + to.node() + " did not answer within " + limit.toMillis() + " ms"),
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        return turnstile(to).enter(answer, () -> send(to, command, limit))
                ? inTime
                : CompletableFuture.completedFuture(
                        new Forwarded.Undecided("too many commands wait for manager " + to.node()));
    }

    private Turnstile turnstile(Member to) {
        return turnstiles.computeIfAbsent(
                to.node(),
                node -> new Turnstile(
                        settings.limits().requests(), settings.limits().pending()));
    }

    private CompletableFuture<Forwarded> send(Member to, ForwardedCommand command, Duration limit) {
        try {
            HttpRequest request = request(to, Wire.COMMANDS, limit)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.bytes(command)))
                    .build();
            CompletableFuture<HttpResponse<byte[]>> sent =
                    open().sendAsync(request, LimitedBody.of(settings.limits().messageBytes()));
            return endedWith(
                    sent,
                    sent.thenApply(answer -> forwarded(to, answer)).exceptionally(failure -> undecided(to, failure)));
        } catch (PeerException | RejectedExecutionException e) {
            return CompletableFuture.completedFuture(new Forwarded.Undecided(said(to, e)));
        }
    }

    /** Once it is cancelled, so is the exchange: its own limit ends with the head of an answer, whose rest may never come. */
    private static CompletableFuture<Forwarded> endedWith(
            CompletableFuture<?> exchange, CompletableFuture<Forwarded> answer) {
        CompletableFuture<Forwarded> unused = answer.whenComplete((forwarded, failure) -> {
            if (answer.isCancelled()) {
                exchange.cancel(true);
            }
        });
        return answer;
    }

    private Forwarded undecided(Member to, Throwable failure) {
        TlsFailure.of(failure).ifPresent(why -> keys.notices().refused(name(to), why));
        return new Forwarded.Undecided(said(to, failure));
    }

    private Forwarded forwarded(Member from, HttpResponse<byte[]> answer) {
        keys.notices().trusted(name(from));
        return answer.statusCode() == OK
                ? Json.read(new String(answer.body(), StandardCharsets.UTF_8), Wire.class)
                        .forwarded()
                : new Forwarded.Undecided("manager " + from.node() + " answered with status " + answer.statusCode());
    }

    @Override
    public ClusterState fetchState(Member from) {
        HttpRequest request =
                request(from, Wire.STATE, settings.limits().state()).GET().build();
        return new StateFetch(from, settings.limits(), readers).fetch(open(), request);
    }

    private HttpRequest.Builder request(Member to, String path, Duration limit) {
        if (to.peer().isEmpty()) {
            throw new PeerException("manager " + to.node() + " told no address for other managers");
        }
        try {
            Duration positive = limit.isNegative() || limit.isZero() ? Duration.ofMillis(1) : limit;
            return HttpRequest.newBuilder(URI.create("https://" + to.peer() + path))
                    .timeout(positive);
        } catch (IllegalArgumentException e) {
            throw new PeerException("manager " + to.node() + " told an address that is none: " + to.peer(), e);
        }
    }

    private HttpClient open() {
        return client.orElseThrow(() -> new PeerException("this node has no keys to show to other managers"));
    }

    static String said(Member to, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof JsonException)) {
            cause = cause.getCause();
        }
        String deepest = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return name(to) + ": " + TlsFailure.of(failure).orElse(deepest);
    }

    private static String name(Member member) {
        return "manager " + member.node() + " at " + member.peer();
    }

    @Deactivate
    public void close() {
        keys.leave(renew);
        client = Optional.empty();
        threads.shutdownNow();
        readers.shutdownNow();
    }
}
