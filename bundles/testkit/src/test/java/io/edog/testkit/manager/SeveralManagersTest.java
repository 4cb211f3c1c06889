package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.service.ManagerStatus;
import io.edog.api.service.ManagerStatus.Role;
import io.edog.api.service.Result;
import io.edog.testkit.journal.MemoryJournal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three real managers on ports in memory: any of them takes commands and answers reads, whoever leads. */
class SeveralManagersTest {
    private final Cluster cluster = new Cluster("a", "b", "c");

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    private static Result.Accepted accepted(CompletableFuture<Result> future) throws Exception {
        Result result = future.get(100, TimeUnit.SECONDS);
        assertThat(result).isInstanceOf(Result.Accepted.class);
        return (Result.Accepted) result;
    }

    @Test
    void aFollowerTakesACommandAndShowsWhatItDid() throws Exception {
        Node follower = cluster.follower();
        Result.Accepted done = accepted(follower.createUser("ann", "k1"));
        assertThat(follower.users()).containsExactly("ann");
        assertThat(follower.manager().status().index().reached(done.index())).isTrue();
        assertThat(follower.manager().status().serving()).isTrue();
        assertThat(follower.manager().status().leading()).isFalse();
    }

    @Test
    void aCommandWithoutAKeyIsForwardedUnderAFreshOne() throws Exception {
        Node follower = cluster.follower();
        follower.peers.loseAnswers(1);
        accepted(follower.createUser("ann", "k1"));
        assertThat(follower.peers.submitted()).isGreaterThan(1);
        cluster.converge();
        assertThat(cluster.leader().users()).containsExactly("ann");
    }

    @Test
    void allManagersReachTheSameState() throws Exception {
        for (int i = 0; i < 30; i++) {
            accepted(cluster.nodes.get(i % 3).createUser("u" + i, "k" + i));
        }
        cluster.converge();
        cluster.nodes.forEach(node -> assertThat(node.users()).hasSize(30));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBefallsTheLeadersAppendAForwardedCommandIsDoneOnce(Fault fault) throws Exception {
        Node leader = cluster.leader();
        Node follower = cluster.follower();
        accepted(follower.createUser("first", "k0"));
        leader.journal.meet(fault);
        accepted(follower.createUser("ann", "k1"));
        leader.journal.deliver();
        accepted(follower.createUser("bob", "k2"));
        cluster.converge();
        assertThat(leader.users()).containsExactlyInAnyOrder("first", "ann", "bob");
    }

    @Test
    void commandsUnderWaySurviveALeaderThatIsCutOff() throws Exception {
        Node leader = cluster.leader();
        List<Node> followers =
                cluster.nodes.stream().filter(node -> node != leader).toList();
        List<CompletableFuture<Result>> results = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            results.add(followers.get(i % 2).createUser("u" + i, "k" + i));
            if (i == 100) {
                leader.cut();
            }
        }
        leader.expire();
        for (CompletableFuture<Result> result : results) {
            accepted(result);
        }
        leader.heal();
        cluster.converge();
        assertThat(leader.users()).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void commandsSentToALeaderThatHangsAreAskedOfTheNextOneAtOnce() throws Exception {
        Node leader = cluster.leader();
        cluster.network.stall(leader.name);
        Node follower = cluster.follower();
        List<CompletableFuture<Result>> results = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            results.add(follower.createUser("u" + i, "k" + i));
        }
        await().until(() -> follower.peers.submitted() >= 20);
        leader.cut();
        leader.expire();
        for (CompletableFuture<Result> result : results) {
            assertThat(result.get(60, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
        }
    }

    @Test
    void commandsOfTheLeaderItselfSurviveItsFall() throws Exception {
        Node leader = cluster.leader();
        List<CompletableFuture<Result>> results = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            results.add(leader.createUser("u" + i, "k" + i));
        }
        leader.leadership.handOver();
        for (CompletableFuture<Result> result : results) {
            accepted(result);
        }
        await().until(() -> !leader.leads());
        cluster.converge();
        assertThat(leader.users()).hasSize(200);
    }

    @Test
    void theSameKeyThroughTwoManagersIsDoneOnce() throws Exception {
        List<CompletableFuture<Result>> results =
                cluster.nodes.stream().map(node -> node.createUser("ann", "k1")).toList();
        int repeated = 0;
        for (CompletableFuture<Result> result : results) {
            repeated += accepted(result).repeated() ? 1 : 0;
        }
        assertThat(repeated).isEqualTo(2);
    }

    @Test
    void whoLostTouchAnswersNoReadsAndSaysWhy() throws Exception {
        Node follower = cluster.follower();
        follower.cut();
        await().until(() -> !follower.manager().status().serving());
        assertThat(follower.manager().status().reason()).isNotEmpty();
        follower.heal();
        await().until(() -> follower.manager().status().serving());
        accepted(follower.createUser("ann", "k1"));
    }

    @Test
    void eachTellsWhereItStands() throws Exception {
        accepted(cluster.leader().createUser("ann", "k1"));
        Node follower = cluster.follower();
        await().until(() -> follower.manager().status().members().stream()
                .allMatch(m -> m.index().value() >= 1 && m.lag() == 0));
        assertThat(follower.manager().status().members())
                .extracting(ManagerStatus::role)
                .containsExactlyInAnyOrder(Role.LEADER, Role.FOLLOWER, Role.FOLLOWER);
    }
}
