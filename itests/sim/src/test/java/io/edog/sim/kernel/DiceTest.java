package io.edog.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Schedules of different seeds have nothing to do with each other, or a million of them are not a million. */
class DiceTest {
    private static final int SEEDS = 1_000;
    private static final int LOTS = 1_000;

    @Test
    void noLotsOfASeedAreThoseOfAnother() {
        Set<Long> seen = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            LongStream.generate(new Dice(seed)::next).limit(LOTS).forEach(seen::add);
        }
        assertThat(seen).hasSize(SEEDS * LOTS);
    }

    @Test
    void theSameSeedGivesTheSameLots() {
        assertThat(LongStream.generate(new Dice(7)::next).limit(LOTS))
                .containsExactlyElementsOf(LongStream.generate(new Dice(7)::next)
                        .limit(LOTS)
                        .boxed()
                        .toList());
    }
}
