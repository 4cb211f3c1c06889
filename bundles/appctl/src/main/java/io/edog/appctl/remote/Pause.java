package io.edog.appctl.remote;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between two looks at something that is waited for; ended early when the command ends. */
public final class Pause implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Waits; false when there is nothing to wait for any more. */
    public boolean take(Duration length) throws InterruptedException {
        return !ended.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
