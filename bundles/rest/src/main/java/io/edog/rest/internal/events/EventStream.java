package io.edog.rest.internal.events;

import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import io.edog.api.service.EventListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's stream, from the cluster's events to the connection. It ends once, for whatever reason comes first. */
final class EventStream implements EventListener, WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final String id;
    private final Outbox outbox;
    private final Supplier<ClusterView> view;
    private final BooleanSupplier entitled;
    private final Runnable onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<Subscription> subscription = new AtomicReference<>();
    private final AtomicReference<AsyncContext> context = new AtomicReference<>();

    /**
     * A stream that has not begun.
     *
     * @param entitled whether the client may still be told anything
     * @param onEnd called once
     */
    EventStream(String id, Outbox outbox, Supplier<ClusterView> view, BooleanSupplier entitled, Runnable onEnd) {
        this.id = id;
        this.outbox = outbox;
        this.view = view;
        this.entitled = entitled;
        this.onEnd = onEnd;
    }

    /** Where its events come from. */
    void source(Subscription from) {
        subscription.set(from);
        if (ended.get()) {
            from.close();
        }
    }

    /** Begins to send. */
    void begin(AsyncContext async) throws IOException {
        async.setTimeout(0);
        async.addListener(this);
        context.set(async);
        outbox.open(async.getResponse().getOutputStream());
        async.getResponse().getOutputStream().setWriteListener(this);
        if (ended.get()) {
            complete();
        }
    }

    @Override
    public void events(Index index, List<Event> events) {
        if (!mayGoOn()) {
            return;
        }
        List<Event> shown = events.stream().filter(EventStream::shown).toList();
        try {
            if (!shown.isEmpty() && !outbox.put(Frames.entry(index, shown, view.get()))) {
                end("the client is too slow");
            }
        } catch (IOException | RuntimeException e) {
            end(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("interrupted");
        }
    }

    private static boolean shown(Event event) {
        return Listed.kind(event.change()).listed();
    }

    /** Sends a sign of life, or ends a stream that nobody is entitled to any more. */
    void heartbeat() {
        try {
            if (outbox.stalled()) {
                end("the client is too slow");
            } else if (mayGoOn()) {
                outbox.putIfIdle(Frames.comment("alive"));
            }
        } catch (IOException | RuntimeException e) {
            end(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("interrupted");
        }
    }

    private boolean mayGoOn() {
        if (!ended.get() && !entitled.getAsBoolean()) {
            end("its session ended, or this manager serves no more");
        }
        return !ended.get();
    }

    @Override
    public void ended(String reason) {
        end(reason);
    }

    /** Ends it; again is harmless. */
    void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            LOG.debug("event stream {} ended: {}", id, reason);
            Subscription from = subscription.get();
            if (from != null) {
                from.close();
            }
            outbox.close();
            complete();
            onEnd.run();
        }
    }

    private void complete() {
        AsyncContext async = context.getAndSet(null);
        if (async != null) {
            try {
                async.complete();
            } catch (IllegalStateException e) {
                LOG.debug("event stream {} was complete already", id);
            }
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        outbox.drain();
    }

    @Override
    public void onError(Throwable failure) {
        end(failure.toString());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end("the connection is closed");
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end("timed out");
    }

    @Override
    public void onError(AsyncEvent event) {
        end("the connection broke");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody restarts it
    }
}
