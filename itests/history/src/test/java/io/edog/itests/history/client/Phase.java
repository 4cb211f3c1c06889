package io.edog.itests.history.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether clients go on: until told to stop they begin new operations, until told to go they finish the ones begun. */
final class Phase {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    void stop() {
        stop.countDown();
    }

    void go() {
        stop.countDown();
        go.countDown();
    }

    /** Waits for some ms, and tells whether no new operation is to be begun. */
    boolean stopping(int ms) throws InterruptedException {
        return stop.await(ms, TimeUnit.MILLISECONDS);
    }

    /** Waits between two tries. */
    void pause(int ms) throws InterruptedException {
        if (go.await(ms, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the test is over");
        }
    }
}
