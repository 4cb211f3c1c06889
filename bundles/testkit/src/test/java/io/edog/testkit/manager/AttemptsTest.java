package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.DeleteUser;
import io.edog.api.command.Command;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command that its caller gives several times under one key, because answers do not come: it has one outcome. */
class AttemptsTest {
    private static final Command ANN = new CreateUser("ann", "$argon2id$", Set.of(Roles.USER));

    private static final Duration LIMIT = Duration.ofSeconds(100);

    private final Cluster cluster = new Cluster("a", "b", "c");

    @BeforeEach
    void fill() throws Exception {
        accepted(submit(cluster.leader(), new CreateUser("admin", "$argon2id$", Roles.GRANTABLE), "k-admin"));
        accepted(submit(cluster.leader(), ANN, "k-ann"));
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    private static CompletableFuture<Result> submit(Node node, Command command, String key) {
        return node.manager().submit(command, Principal.SYSTEM, Optional.of(key));
    }

    private static void accepted(CompletableFuture<Result> future) throws Exception {
        assertThat(future.get(100, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
    }

    private static Problem refused(CompletableFuture<Result> future) throws Exception {
        return ((Result.Refused) future.get(100, TimeUnit.SECONDS)).problem();
    }

    @Test
    void oneThatIsStillOnItsWayIsRefusedAsTheOtherWas() throws Exception {
        Node follower = cluster.follower();
        cluster.network.cut(follower.name);
        CompletableFuture<Result> first = submit(follower, ANN, "k1");
        Problem taken = refused(submit(cluster.leader(), ANN, "k1"));
        accepted(submit(cluster.leader(), new DeleteUser("ann"), "k2"));
        cluster.network.heal(follower.name);
        assertThat(refused(first)).isEqualTo(taken);
        assertThat(cluster.leader().users()).containsExactly("admin");
    }

    @Test
    void whatIsDecidedTogetherIsRefusedTogether() throws Exception {
        Node leader = cluster.leader();
        leader.journal.reachable(false);
        CompletableFuture<Result> first = submit(leader, ANN, "k1");
        CompletableFuture<Result> between = submit(leader, new DeleteUser("ann"), "k2");
        CompletableFuture<Result> second = submit(leader, ANN, "k1");
        leader.journal.reachable(true);
        accepted(between);
        assertThat(refused(second)).isEqualTo(refused(first));
        assertThat(leader.users()).containsExactly("admin");
    }

    @Test
    void anotherCommandUnderTheKeyOfARefusedOneIsDecidedByItself() throws Exception {
        Node leader = cluster.leader();
        refused(submit(leader, ANN, "k1"));
        accepted(submit(leader, new CreateUser("bob", "$argon2id$", Set.of(Roles.USER)), "k1"));
        assertThat(refused(submit(leader, ANN, "k1")).type()).isEqualTo("key-reused");
    }

    @Test
    void whenNoAttemptCanBeUnderWayAnyMoreItIsDecidedAnew() throws Exception {
        try (Cluster hasty = new Cluster(Map.of("submit_timeout_ms", 500L), "d")) {
            Command admin = new CreateUser("admin", "$argon2id$", Roles.GRANTABLE);
            untilAccepted(hasty.leader(), admin, "k-admin");
            untilAccepted(hasty.leader(), ANN, "k-ann");
            await().atMost(LIMIT)
                    .until(() -> submit(hasty.leader(), ANN, "k1").get() instanceof Result.Refused refused
                            && refused.problem().status() == 409);
            untilAccepted(hasty.leader(), new DeleteUser("ann"), "k2");
            untilAccepted(hasty.leader(), ANN, "k1");
        }
    }

    private static void untilAccepted(Node node, Command command, String key) {
        await().atMost(LIMIT).until(() -> submit(node, command, key).get() instanceof Result.Accepted);
    }

    @Test
    void anotherKeyIsAnotherCommand() throws Exception {
        Node leader = cluster.leader();
        refused(submit(leader, ANN, "k1"));
        accepted(submit(leader, new DeleteUser("ann"), "k2"));
        accepted(submit(leader, ANN, "k3"));
    }
}
