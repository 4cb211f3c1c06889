package io.edog.manager.internal;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.service.Event;
import io.edog.api.service.EventListener;
import io.edog.api.service.Principal;
import io.edog.core.AccessPolicy;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who follows: reads on from its place, whenever woken, at its own pace. */
final class Follower implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 64;
    private static final long LOOK_AGAIN_MS = 5_000;

    private final Followers followers;
    private final Principal principal;
    private final EventListener listener;
    private final Semaphore work = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closed;
    private Index next;

    Follower(Followers followers, Index after, Principal principal, EventListener listener) {
        this.followers = followers;
        this.next = after.next();
        this.principal = principal;
        this.listener = listener;
        this.thread = new Thread(this::run, "edog-follower-" + principal.name());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        work.release();
    }

    void end(String why) {
        close();
        listener.ended(why);
    }

    @Override
    public void close() {
        closed = true;
        followers.ended(this);
        work.release();
    }

    private void run() {
        try {
            while (!closed) {
                boolean woken = work.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                work.drainPermits();
                deliver(woken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("event stream of {} ended: {}", principal.name(), String.valueOf(e.getMessage()));
            end("the stream failed: " + e.getMessage());
        }
    }

    private void deliver(boolean more) {
        List<Entry> entries = more ? followers.read(next, BATCH) : List.of();
        while (!closed && !entries.isEmpty()) {
            if (!entries.get(0).index().equals(next)) {
                end("entries from index " + next + " on are no longer kept here");
                return;
            }
            entries.forEach(this::deliver);
            entries = followers.read(next, BATCH);
        }
    }

    private void deliver(Entry entry) {
        if (!closed) {
            listener.events(
                    entry.index(),
                    entry.set().changes().stream()
                            .filter(this::visible)
                            .map(change -> new Event(
                                    entry.index(), entry.set().at(), entry.set().by(), change))
                            .toList());
            next = entry.index().next();
        }
    }

    private boolean visible(Change change) {
        if (change instanceof Change.Put put) {
            return put.object().resourceKind().listed() && AccessPolicy.canRead(principal, put.object());
        }
        Change.Removed removed = (Change.Removed) change;
        return removed.kind().listed() && AccessPolicy.canReadRemoved(principal, removed.owner());
    }
}
