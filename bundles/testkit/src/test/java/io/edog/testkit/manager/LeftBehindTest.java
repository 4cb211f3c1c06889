package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Index;
import io.edog.api.service.ManagerStatus;
import io.edog.api.service.Result;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal forgets, and how a manager that was away comes back. */
class LeftBehindTest {
    private final Cluster cluster =
            new Cluster(Map.of("journal_keep_entries", 16, "export_entries", 8, "sweep_ms", 200L), "a", "b", "c");
    private int written;

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    private void write(Node node, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String name = "u" + written++;
            assertThat(node.createUser(name, name).get(100, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
        }
    }

    private long kept(Node node) {
        return node.manager().status().index().value()
                - cluster.ensemble.trimMark().value();
    }

    @Test
    void theJournalForgetsWhatAllHaveExported() throws Exception {
        Node leader = cluster.leader();
        write(leader, 200);
        await().untilAsserted(() -> assertThat(kept(leader)).isLessThan(40));
        Index trimmed = cluster.ensemble.trimMark();
        cluster.nodes.forEach(node -> assertThat(
                        node.exports.newest().orElseThrow().state().index().reached(trimmed))
                .isTrue());
    }

    @Test
    void whoIsAwayDoesNotHoldItAndInstallsAStateWhenItIsBack() throws Exception {
        Node leader = cluster.leader();
        Node away = cluster.follower();
        write(leader, 5);
        cluster.converge();
        away.stop();
        write(leader, 200);
        await().untilAsserted(() -> assertThat(kept(leader)).isLessThan(40));
        assertThat(away.store.load().index().value())
                .isLessThan(cluster.ensemble.trimMark().value());

        away.comeBack();
        await().until(() -> away.manager().status().serving());
        cluster.converge();
        assertThat(away.users()).hasSize(205);
        write(away, 20);
        cluster.converge();
    }

    @Test
    void whoIsBackAndFindsNobodySaysSo() throws Exception {
        Node leader = cluster.leader();
        Node away = cluster.follower();
        away.stop();
        write(leader, 200);
        await().untilAsserted(() -> assertThat(kept(leader)).isLessThan(40));
        cluster.network.cut(away.name);

        away.comeBack();
        await().until(() -> away.manager().status().reason().contains("recover a backup"));
        assertThat(away.manager().status().serving()).isFalse();
        assertThat(leader.manager().status().members())
                .filteredOn(member -> member.node().equals(away.name))
                .extracting(ManagerStatus::role)
                .containsExactly(ManagerStatus.Role.CATCHING_UP);
        cluster.network.heal(away.name);
        await().until(() -> away.manager().status().serving());
    }
}
