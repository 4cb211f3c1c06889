package io.edog.cluster.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of this machine. */
final class RealPace implements Pace {
    private final CountDownLatch ending = new CountDownLatch(1);

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public boolean pause(Duration pause) throws InterruptedException {
        return !ending.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void end() {
        ending.countDown();
    }
}
