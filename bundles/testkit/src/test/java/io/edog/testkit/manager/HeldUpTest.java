package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.service.Result;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A leader whose database does not answer at all: its session lives, and yet it does not lead for ever. */
class HeldUpTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Cluster cluster =
            new Cluster(Map.of("step_limit_ms", 500L, "forward_attempt_ms", 3_000L), "a", "b", "c");

    @AfterEach
    void stop() throws Exception {
        cluster.nodes.forEach(node -> node.store.free());
        cluster.close();
    }

    @Test
    void anotherLeadsUntilItGoesOn() throws Exception {
        Node held = cluster.leader();
        Node other = cluster.follower();
        held.store.block();
        CompletableFuture<Result> result = other.createUser("ann", "k1");
        await().atMost(LIMIT).until(() -> cluster.nodes.stream().anyMatch(node -> node != held && node.leads()));
        assertThat(result.get(100, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
        assertThat(held.leads()).isFalse();
        held.store.free();
        await().atMost(LIMIT).until(() -> held.users().equals(other.users()));
        assertThat(held.leadership.members()).hasSize(3);
    }
}
