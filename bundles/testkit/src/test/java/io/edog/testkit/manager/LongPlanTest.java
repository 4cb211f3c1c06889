package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However much is planned at once and however slow the database is, a step does not do all of it, and callers are not kept waiting. */
class LongPlanTest {
    private static final int SESSIONS = 40;
    private static final long MOST = 4;
    private static final int ENOUGH = 1000;
    private static final Duration LONG = Duration.ofHours(2);

    /** An entry for each session that is over, two of them in the time that a step has. */
    private final Stepped manager = new Stepped(Map.of("group_bytes", 1, "plan_ms", 200L));

    @AfterEach
    void stop() {
        manager.close();
    }

    @Test
    void aCommandIsDoneAmongIt() {
        String ann =
                ((Result.Accepted) manager.createUser("ann", "ann")).reply().subject();
        for (int i = 0; i < SESSIONS; i++) {
            logIn(ann, new UUID(0, i).toString());
        }
        manager.slow(Duration.ofMillis(100));
        manager.wall.advance(LONG);
        manager.steady.advance(LONG);
        assertThat(steps(1)).as("of the first step with a plan").isBetween(1L, MOST);

        CompletableFuture<Result> result = manager.desk()
                .submit(new CreateUser("bob", "$argon2id$", Set.of(Roles.USER)), Principal.SYSTEM, Optional.of("bob"));
        manager.step();
        assertThat(result).isCompletedWithValueMatching(Result.Accepted.class::isInstance);

        assertThat(steps(SESSIONS - 2 * MOST)).as("of all the others").isBetween(1L, MOST);
    }

    private void logIn(String user, String session) {
        Instant end = manager.wall.instant().plus(LONG.dividedBy(2));
        OpenSession open = new OpenSession(session, user, "", "hash-" + session, true, end, Optional.of("$argon2id$"));
        Principal principal = new Principal(user, "ann", "default", Set.of(Roles.USER), Optional.of(session));
        CompletableFuture<Result> opened = manager.desk().submit(open, principal, Optional.empty());
        manager.settle();
        assertThat(opened).isCompletedWithValueMatching(Result.Accepted.class::isInstance, "accepted");
    }

    /** Until so many entries were written; the most of one step. */
    private long steps(long entries) {
        long begin = manager.index();
        long most = 0;
        for (int i = 0; i < ENOUGH && manager.index() < begin + entries; i++) {
            long before = manager.index();
            manager.steady.advance(Duration.ofMillis(100));
            manager.step();
            most = Math.max(most, manager.index() - before);
        }
        assertThat(manager.index()).isGreaterThanOrEqualTo(begin + entries);
        return most;
    }
}
