package io.edog.peer.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.edog.api.json.JsonException;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.PeerService;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/commands}: hands a command to the manager. No thread waits for it to be decided. */
final class CommandHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);

    private final Supplier<Optional<PeerService>> manager;
    private final PeerSettings.Limits limits;
    private final Executor threads;
    private final Semaphore pending;

    CommandHandler(Supplier<Optional<PeerService>> manager, PeerSettings.Limits limits, Executor threads) {
        this.manager = manager;
        this.limits = limits;
        this.threads = threads;
        this.pending = new Semaphore(limits.pending());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<PeerService> there = manager.get();
        if (!Replies.proper(exchange, "POST", Wire.COMMANDS)) {
            return;
        }
        if (there.isEmpty() || !pending.tryAcquire()) {
            Replies.status(exchange, Replies.UNAVAILABLE);
            return;
        }
        try {
            take(
                    exchange,
                    there.get(),
                    Wire.read(exchange.getRequestBody(), limits.messageBytes(), ForwardedCommand.class));
        } catch (JsonException | IOException e) {
            pending.release();
            LOG.warn("a command of the manager at {} can't be read: {}", exchange.getRemoteAddress(), e.getMessage());
            Replies.status(exchange, Replies.BAD);
        }
    }

    private void take(HttpExchange exchange, PeerService service, ForwardedCommand command) {
        CompletableFuture<Forwarded> unused = service.take(command)
                .completeOnTimeout(
                        new Forwarded.Undecided("not decided in time"),
                        limits.command().toMillis(),
                        TimeUnit.MILLISECONDS)
                .whenComplete((forwarded, failure) -> {
                    pending.release();
                    answer(exchange, failure == null ? forwarded : new Forwarded.Undecided(failure.toString()));
                });
    }

    /** Not on the manager's thread: whoever reads slowly would hold it up. */
    private void answer(HttpExchange exchange, Forwarded forwarded) {
        try {
            threads.execute(() -> Replies.json(exchange, Wire.of(forwarded)));
        } catch (RejectedExecutionException e) {
            LOG.warn("the manager at {} gets no answer, too many wait", exchange.getRemoteAddress());
            exchange.close();
        }
    }
}
