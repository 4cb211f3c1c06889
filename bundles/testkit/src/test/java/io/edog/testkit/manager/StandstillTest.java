package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A leader that stood still, and goes on before it learns that its session is over. */
class StandstillTest {
    private final Stepped manager = new Stepped(Map.of());

    @AfterEach
    void stop() {
        manager.close();
    }

    @Test
    void itServesOnlyAfterItHasReadTheJournal() {
        assertThat(manager.desk().status().serving()).isTrue();
        manager.journal.reachable(false);
        manager.pass(Duration.ofSeconds(60));
        assertThat(manager.desk().status().serving()).isFalse();
        assertThat(manager.desk().status().leading()).isFalse();
        manager.journal.reachable(true);
        manager.settle();
        assertThat(manager.desk().status().serving()).isTrue();
        assertThat(manager.desk().status().leading()).isTrue();
    }

    @Test
    void aRefusalIsNoBelief() {
        manager.createUser("ann", "k1");
        manager.journal.reachable(false);
        manager.steady.advance(Duration.ofSeconds(60));
        assertThat(manager.ask("ann", "k2")).isNotDone();
        manager.journal.reachable(true);
        manager.settle();
    }
}
