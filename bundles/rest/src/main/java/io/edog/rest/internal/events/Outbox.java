package io.edog.rest.internal.events;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. Writing never blocks; only who brings more than fits waits, up to a limit.
 * Thread-safe.
 */
final class Outbox {
    private final BlockingQueue<byte[]> frames;
    private final Duration patience;
    private @Nullable ServletOutputStream stream;
    private boolean flushed = true;
    private volatile long progressNanos = System.nanoTime();

    Outbox(int size, Duration patience) {
        this.frames = new ArrayBlockingQueue<>(size);
        this.patience = patience;
    }

    /** Begins to send: {@link #drain} works from now on. */
    synchronized void open(ServletOutputStream out) {
        this.stream = out;
    }

    /** Adds a frame; false when the client has read nothing for too long. */
    boolean put(byte[] frame) throws IOException, InterruptedException {
        boolean fits = frames.offer(frame, patience.toMillis(), TimeUnit.MILLISECONDS);
        drain();
        return fits;
    }

    /** Adds a frame unless others wait already. */
    void putIfIdle(byte[] frame) throws IOException {
        if (frames.isEmpty()) {
            boolean unused = frames.offer(frame);
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
}
