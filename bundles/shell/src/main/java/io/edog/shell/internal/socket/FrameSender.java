package io.edog.shell.internal.socket;

import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes frames from a thread of its own, so that interrupting a command can't close its channel in the middle of a
 * write and lose the exit code. A slow reader makes the command wait, not the memory grow.
 */
final class FrameSender implements Runnable {

    private static final int QUEUE = 16;
    private static final long LOOK_MILLIS = 100;

    private final FrameChannel channel;
    private final Runnable broken;
    private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(QUEUE);
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * @param broken called when the other side can't be reached any more
     */
    FrameSender(FrameChannel channel, Runnable broken) {
        this.channel = channel;
        this.broken = broken;
    }

    @Override
    public void run() {
        try {
            Frame frame;
            do {
                frame = queue.take();
                channel.write(frame);
            } while (frame.type() != FrameType.EXIT);
        } catch (IOException e) {
            broken.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    /**
     * Hands a frame over, waiting while too many are under way.
     *
     * @throws InterruptedIOException if the thread is interrupted; the frame is not sent
     * @throws IOException if the other side can't be reached any more
     */
    void send(Frame frame) throws IOException {
        try {
            while (!queue.offer(frame, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (over.getCount() == 0) {
                    throw new IOException("the client has gone");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the client did not read");
        }
    }

    /** Sends the exit code, the last frame, and waits until it is written; false if that takes too long. */
    boolean finish(int exitCode, Duration limit) throws InterruptedException {
        long millis = limit.toMillis();
        return queue.offer(Frame.exit(exitCode), millis, TimeUnit.MILLISECONDS)
                && over.await(millis, TimeUnit.MILLISECONDS);
    }
}
