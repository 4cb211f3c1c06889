package io.edog.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedCallsTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch hang = new CountDownLatch(1);
    private final TimedCalls calls = new TimedCalls("test", 2);

    @AfterEach
    void close() {
        hang.countDown();
        calls.close();
    }

    @Test
    void aCallGivesItsResult() {
        assertThat(calls.call("adding", LONG, () -> 1 + 1)).isEqualTo(2);
    }

    @Test
    void aCallThatFailsFailsAsItDid() {
        assertThatThrownBy(() -> calls.call("failing", LONG, () -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
    }

    @Test
    void aCallThatHangsIsLeft() {
        assertThatThrownBy(() -> calls.call("hanging", SHORT, this::hang))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("hanging took more than 50 ms");
    }

    @Test
    void whenTooManyHangFurtherCallsFailAtOnce() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> calls.call("hanging", SHORT, this::hang)).isInstanceOf(CallTimeoutException.class);
        }

        assertThatThrownBy(() -> calls.call("one more", LONG, () -> 1))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("2 calls do not come back");
    }

    @Test
    void pausesDoubleUpToABound() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(backoff.pause(0)).isZero();
        assertThat(backoff.pause(1)).hasSeconds(1);
        assertThat(backoff.pause(3)).hasSeconds(4);
        assertThat(backoff.pause(1000)).hasSeconds(5);
    }

    private boolean hang() throws InterruptedException {
        hang.await();
        return true;
    }
}
