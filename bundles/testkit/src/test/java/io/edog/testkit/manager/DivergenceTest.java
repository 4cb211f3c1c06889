package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.model.User;
import io.edog.api.service.ManagerStatus;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import io.edog.api.state.ClusterState;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manager whose state differs from the others' takes itself out of service until an administrator replaces its state. */
class DivergenceTest {
    private final Cluster cluster = new Cluster("a", "b", "c");

    @BeforeEach
    void write() throws Exception {
        assertThat(cluster.leader().createUser("ann", "k1").get(100, TimeUnit.SECONDS))
                .isInstanceOf(Result.Accepted.class);
        cluster.converge();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    /** Its database goes astray: an object more, at the same index. */
    private static void astray(Node node) throws InterruptedException {
        node.stop();
        ClusterState state = node.store.load();
        node.store.install(
                state.with(new User("x", "default", "mallory", "", Set.of(Roles.ADMINISTRATOR), false, Instant.EPOCH)));
        node.comeBack();
    }

    private static void outOfService(Node node) {
        await().until(() -> node.manager().status().reason().contains("differs"));
        assertThat(node.manager().status().serving()).isFalse();
        await().until(() -> !node.leads());
    }

    @Test
    void aFollowerThatWentAstray() throws Exception {
        Node follower = cluster.follower();
        Node leader = cluster.leader();
        astray(follower);
        outOfService(follower);
        await().until(() -> leader.manager().status().members().stream()
                .anyMatch(m -> m.node().equals(follower.name) && m.role() == ManagerStatus.Role.OUT_OF_SERVICE));
        assertThat(leader.manager().status().serving()).isTrue();

        follower.stop();
        follower.comeBack();
        assertThat(follower.manager().status().serving()).isFalse();

        follower.manager().reinstall(Principal.SYSTEM).get(100, TimeUnit.SECONDS);
        await().until(() -> follower.manager().status().serving());
        cluster.converge();
        assertThat(follower.users()).containsExactly("ann");
    }

    @Test
    void aLeaderThatWentAstrayIsOutvotedAndAnotherOneLeads() throws Exception {
        Node astray = cluster.follower();
        for (Node node : cluster.nodes) {
            if (node != astray) {
                node.leadership.leave();
            }
        }
        await().until(() -> cluster.leader() == astray);
        astray(astray);
        for (Node node : cluster.nodes) {
            node.leadership.stand();
        }
        outOfService(astray);
        assertThat(cluster.leader()).isNotSameAs(astray);
        assertThat(cluster.leader().createUser("bob", "k2").get(100, TimeUnit.SECONDS))
                .isInstanceOf(Result.Accepted.class);
        assertThat(cluster.leader().users()).containsExactlyInAnyOrder("ann", "bob");
    }
}
