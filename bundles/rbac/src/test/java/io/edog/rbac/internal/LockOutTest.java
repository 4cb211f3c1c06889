package io.edog.rbac.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.service.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private final MovableClock clock = new MovableClock();
    private final LockOut lockOut = new LockOut(3, Duration.ofSeconds(1), Duration.ofSeconds(60), clock);

    @Test
    void locksAfterTheLimitForLongerEachTime() {
        fail(2);
        assertThatCode(() -> lockOut.check("ann")).doesNotThrowAnyException();
        fail(1);
        assertLockedFor(2);
        clock.advance(Duration.ofSeconds(1));
        fail(1);
        assertLockedFor(3);
        fail(4);
        assertLockedFor(33);
        clock.advance(Duration.ofMillis(32_001));
        assertThatCode(() -> lockOut.check("ann")).doesNotThrowAnyException();
    }

    @Test
    void isPerNameWhateverItsCase() {
        fail(3);

        assertThatThrownBy(() -> lockOut.check("ANN")).isInstanceOf(ProblemException.class);
        assertThatCode(() -> lockOut.check("bob")).doesNotThrowAnyException();
    }

    @Test
    void forgetsAfterASuccessAndAfterALongTime() {
        fail(2);
        lockOut.succeeded("ann");
        fail(2);
        assertThatCode(() -> lockOut.check("ann")).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(61));
        fail(1);
        assertThatCode(() -> lockOut.check("ann")).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockOut.failed("ann");
        }
    }

    private void assertLockedFor(int seconds) {
        assertThatThrownBy(() -> lockOut.check("ann")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(429);
            assertThat(e.problem().cure()).contains("Try again in " + seconds + " s.");
        });
    }
}
