package io.edog.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.sim.kernel.Trace;
import io.edog.sim.world.Outcome;
import io.edog.sim.world.World;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small batch; the large ones are run by {@code ./edog sim}. */
class SchedulesTest {
    private static final int SEEDS = 300;

    private final ExecutorService crew = Batch.crew();

    @AfterEach
    void dismiss() {
        crew.shutdown();
    }

    private Outcome run(long seed) {
        return new World(seed, crew, new Trace(false), fault -> true).run();
    }

    @Test
    void noRuleIsBrokenThoughMuchGoesWrong() throws Exception {
        Batch batch = new Batch(1, SEEDS, 1, true);
        batch.run(2);
        assertThat(batch.failures()).isEmpty();
        assertThat(batch.counts().get("leader changes")).isGreaterThan(SEEDS / 2);
        assertThat(batch.counts().get("append connection losses")).isGreaterThan(SEEDS);
        assertThat(batch.counts().get("states installed")).isPositive();
        assertThat(batch.counts().get("acknowledged")).isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    void aSeedReplaysExactly(long seed) {
        assertThat(run(seed)).isEqualTo(run(seed));
    }
}
