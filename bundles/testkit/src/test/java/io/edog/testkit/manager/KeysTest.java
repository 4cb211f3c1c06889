package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.service.Result;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of more keys than are remembered, the newest is remembered, whatever is done to the clock. */
class KeysTest {
    private static final Duration LONG = Duration.ofHours(2);

    private final Stepped manager = new Stepped(Map.of("key_limit", 5));

    @AfterEach
    void stop() {
        manager.close();
    }

    @Test
    void aKeyThatWasDecidedAfterTheClockWasSetBackIsNotForgottenBeforeOlderOnes() {
        for (int i = 0; i < 7; i++) {
            manager.createUser("u" + i, "k" + i);
        }
        manager.wall.advance(Duration.ofHours(-1));
        Result.Accepted first = (Result.Accepted) manager.createUser("ann", "ann");
        manager.pass(LONG);
        Result.Accepted again = (Result.Accepted) manager.createUser("ann", "ann");
        assertThat(again.repeated()).isTrue();
        assertThat(again.reply()).isEqualTo(first.reply());
    }
}
