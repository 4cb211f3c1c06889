package io.edog.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.Outcome;
import io.edog.api.model.Reply;
import io.edog.api.state.ClusterState;
import io.edog.core.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which idempotency keys are forgotten. */
class HousekeepingTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private static ClusterState keys(int count) {
        return ClusterState.empty()
                .withAll(IntStream.range(0, count)
                        .mapToObj(i -> new Outcome(
                                "ann:" + i, "default", "ann", "", new Reply("x", Optional.empty()), THEN.plusMillis(i)))
                        .toList());
    }

    private static int forgotten(ClusterState state, Duration later) {
        Observation nothing = new Observation(Map.of());
        return Reconciler.plan(state, nothing, THEN.plus(later), Dirty.ALL, Settings.DEFAULT)
                .changes()
                .size();
    }

    @Test
    void aClockThatJumpsAheadMakesNoRecentKeyForgotten() {
        assertThat(forgotten(keys(500), Duration.ofDays(400))).isZero();
        assertThat(forgotten(keys(2_100), Duration.ofDays(400))).isEqualTo(100);
    }

    @Test
    void whatIsTooMuchIsForgottenTheOldestFirst() {
        assertThat(forgotten(keys(20_050), Duration.ofHours(1))).isEqualTo(50);
        assertThat(forgotten(keys(20_050), Duration.ofDays(2))).isEqualTo(18_050);
    }
}
