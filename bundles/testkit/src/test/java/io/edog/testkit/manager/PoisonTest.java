package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.service.Result;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command that nobody can decide is refused, and holds up no other. */
class PoisonTest {
    private final Stepped manager = new Stepped(Map.of());

    @AfterEach
    void stop() {
        manager.close();
    }

    @Test
    void itIsAnsweredAndMayBeAskedAgain() {
        manager.failIds(1);
        CompletableFuture<Result> first = manager.ask("ann", "k1");
        assertThat(first).isDone();
        assertThat(((Result.Refused) first.join()).problem().status()).isEqualTo(500);
        assertThat(manager.createUser("bob", "k2")).isInstanceOf(Result.Accepted.class);
        assertThat(manager.createUser("ann", "k1")).isInstanceOf(Result.Accepted.class);
    }
}
