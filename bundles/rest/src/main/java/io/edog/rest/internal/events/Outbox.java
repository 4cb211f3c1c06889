package io.edog.rest.internal.events;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.servlet.ServletOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. Writing never blocks; only who brings more than there is room for waits, up to a limit.
 * Thread-safe.
 */
final class Outbox {
    private final Room own;
    private final Room all;
    private final Duration patience;
    private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();
    private @Nullable ServletOutputStream stream;
    private boolean flushed = true;
    private boolean closed;
    private volatile long progressNanos = System.nanoTime();

    /**
     * An empty one.
     *
     * @param own the room it has for itself
     * @param all the room it shares with all others
     */
    Outbox(Room own, Room all, Duration patience) {
        this.own = own;
        this.all = all;
        this.patience = patience;
    }

    /** Begins to send: {@link #drain} works from now on. */
    synchronized void open(ServletOutputStream out) {
        this.stream = out;
    }

    /** Adds a frame; false when there was no room for it for too long. */
    boolean put(byte[] frame) throws IOException, InterruptedException {
        boolean fits = take(frame.length, System.nanoTime() + patience.toNanos());
        if (fits) {
            add(frame);
        }
        drain();
        return fits;
    }

    /** Adds a frame unless others wait already. */
    void putIfIdle(byte[] frame) throws IOException, InterruptedException {
        if (frames.isEmpty() && take(frame.length, System.nanoTime())) {
            add(frame);
        }
        drain();
    }

    /** Whether frames wait, and none could be sent for too long. */
    boolean stalled() {
        return !frames.isEmpty() && System.nanoTime() - progressNanos > patience.toNanos();
    }

    /** Sends as much as the connection takes without waiting. */
    synchronized void drain() throws IOException {
        ServletOutputStream out = stream;
        while (out != null && out.isReady()) {
            byte[] frame = frames.poll();
            progressNanos = System.nanoTime();
            if (frame != null) {
                give(frame.length);
                out.write(frame);
                flushed = false;
            } else if (!flushed) {
                flushed = true;
                out.flush();
            } else {
                return;
            }
        }
    }

    /** Forgets what waits; nothing is sent any more. */
    synchronized void close() {
        closed = true;
        stream = null;
        frames.forEach(frame -> give(frame.length));
        frames.clear();
    }

    private synchronized void add(byte[] frame) {
        if (closed) {
            give(frame.length);
        } else {
            frames.add(frame);
        }
    }

    private boolean take(int bytes, long untilNanos) throws InterruptedException {
        if (!own.take(bytes, untilNanos)) {
            return false;
        }
        if (!all.take(bytes, untilNanos)) {
            own.give(bytes);
            return false;
        }
        return true;
    }

    private void give(int bytes) {
        all.give(bytes);
        own.give(bytes);
    }
}
