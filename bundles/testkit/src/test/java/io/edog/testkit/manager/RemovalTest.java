package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A manager is told to be removed only when it is. */
class RemovalTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Cluster cluster = new Cluster("a", "b", "c");
    private final Node leader = cluster.leader();
    private final Node gone = cluster.follower();

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    private Result remove() throws Exception {
        return leader.manager()
                .submit(new RemoveManager(gone.name, false), Principal.SYSTEM, Optional.of("k1"))
                .get(100, TimeUnit.SECONDS);
    }

    private boolean listed() {
        return leader.members.all().stream().anyMatch(member -> member.node().equals(gone.name));
    }

    @Test
    void aRemovalThatFailsIsRefusedAndDoneWhenItIsAskedAgain() throws Exception {
        gone.stop();
        await().atMost(LIMIT)
                .until(() -> leader.members.all().stream()
                        .noneMatch(member -> member.node().equals(gone.name) && member.live()));
        leader.members.failRemovals(1);
        Result first = remove();
        assertThat(((Result.Refused) first).problem().status()).isEqualTo(503);
        assertThat(listed()).isTrue();
        assertThat(((Result.Accepted) remove()).repeated()).isTrue();
        assertThat(listed()).isFalse();
    }
}
