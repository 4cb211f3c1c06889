package io.edog.peer.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.edog.api.member.PeerService;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /v1/state}: sends the whole state, as it is read from memory. */
final class StateHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StateHandler.class);

    private final Supplier<Optional<PeerService>> manager;
    private final PeerSettings settings;
    private final Semaphore senders;

    StateHandler(Supplier<Optional<PeerService>> manager, PeerSettings settings) {
        this.manager = manager;
        this.settings = settings;
        this.senders = new Semaphore(settings.limits().stateSenders());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!Replies.proper(exchange, "GET", Wire.STATE)) {
            return;
        }
        Optional<ClusterState> state = manager.get().flatMap(PeerService::state);
        if (state.isEmpty() || !senders.tryAcquire()) {
            Replies.status(exchange, Replies.UNAVAILABLE);
            return;
        }
        try {
            send(exchange, state.get());
        } finally {
            senders.release();
        }
    }

    private void send(HttpExchange exchange, ClusterState state) throws IOException {
        LOG.info("sending the state at index {} to the manager at {}", state.index(), exchange.getRemoteAddress());
        exchange.sendResponseHeaders(Replies.OK, 0);
        try (exchange;
                OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            StateCodec.write(state, out, settings.cluster(), Instant.now());
        }
    }
}
