package io.edog.rest.internal.events;

import io.edog.api.journal.Index;
import io.edog.api.service.ClusterService;
import io.edog.api.service.Principal;
import io.edog.api.service.ProblemException;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.RestConfig;
import io.edog.rest.internal.http.Gatekeeper;
import io.edog.rest.internal.http.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;

/** All open streams, and the pulse that keeps them alive. */
final class Streams implements AutoCloseable {
    private final Backends backends;
    private final Gatekeeper gatekeeper;
    private final RestConfig config;
    private final StreamLimits limits;
    private final Room all;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pulse;

    Streams(Backends backends, RestConfig config) {
        this.backends = backends;
        this.gatekeeper = new Gatekeeper(backends, config.tokenWaits());
        this.all = new Room(config.allStreamsBytes());
        this.config = config;
        this.limits = new StreamLimits(config.maxStreams(), config.maxStreamsPerUser());
        this.pulse = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "edog-rest-events");
            thread.setDaemon(true);
            return thread;
        });
        int pause = config.heartbeatSeconds();
        Future<?> unused = pulse.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.SECONDS);
    }

    private void beat() {
        open.forEach(EventStream::heartbeat);
    }

    /** Begins a stream; a problem is thrown before anything is sent. */
    void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        backends.accounts();
        ClusterService cluster = backends.cluster();
        String token = gatekeeper.token(request.getHeader(HttpHeaders.AUTHORIZATION));
        Principal principal = gatekeeper.principal(token, Optional.empty());
        Optional<Index> last = Headers.index(Headers.LAST_EVENT_ID, request.getHeader(Headers.LAST_EVENT_ID));
        Index now = cluster.status().index();
        limits.enter(principal.user());
        EventStream stream = stream(cluster, principal, token);
        open.add(stream);
        try {
            stream.source(cluster.follow(last.orElse(now), principal, stream));
            accept(request, response, stream, now);
        } catch (RuntimeException | IOException e) {
            stream.end("refused");
            throw e;
        }
    }

    private EventStream stream(ClusterService cluster, Principal principal, String token) {
        EventStream[] self = new EventStream[1];
        Outbox outbox = new Outbox(new Room(config.streamBytes()), all, Duration.ofSeconds(config.slowClientSeconds()));
        self[0] = new EventStream(
                UUID.randomUUID().toString(),
                outbox,
                () -> cluster.view(principal),
                () -> entitled(cluster, principal, token),
                () -> {
                    open.remove(self[0]);
                    limits.leave(principal.user());
                });
        return self[0];
    }

    /** The same person with the same rights, and the same cluster, which serves: else the client has to come anew. */
    private boolean entitled(ClusterService cluster, Principal principal, String token) {
        try {
            return backends.cluster().equals(cluster)
                    && backends.accounts().authenticate(token).equals(Optional.of(principal));
        } catch (ProblemException e) {
            return false;
        }
    }

    private static void accept(HttpServletRequest request, HttpServletResponse response, EventStream stream, Index now)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(Headers.INDEX, now.toString());
        response.setHeader("X-Accel-Buffering", "no");
        stream.begin(request.startAsync(request, response));
        stream.heartbeat();
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        open.forEach(stream -> stream.end("this node's API stops"));
    }
}
