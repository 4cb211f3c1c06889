package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Index;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Old entries go, from each manager's archive. */
class ArchiveTest {
    private static final int MANY = 1_200;

    private final Stepped manager = new Stepped(Map.of("journal_retention_days", 10));

    @AfterEach
    void stop() {
        manager.close();
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            manager.createUser("u" + i, "k" + i);
        }
    }

    private Index applied() {
        return manager.desk().status().index();
    }

    @Test
    void alsoOfOneThatDoesNotLead() {
        write(3);
        manager.leave();
        manager.pass(Duration.ofDays(9));
        assertThat(manager.store.oldest()).isEqualTo(new Index(1));
        manager.pass(Duration.ofDays(2));
        assertThat(manager.store.oldest()).isEqualTo(applied());
    }

    @Test
    void manyInAFewSeconds() {
        write(MANY);
        manager.leave();
        manager.pass(Duration.ofDays(11));
        assertThat(manager.store.oldest().value()).isBetween(2L, (long) MANY - 1);
        manager.pass(Duration.ofSeconds(2));
        manager.pass(Duration.ofSeconds(2));
        assertThat(manager.store.oldest()).isEqualTo(applied());
    }
}
