package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.ClusterCommand.FinalizeUpgrade;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.service.ManagerStatus.Role;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Result.Accepted;
import io.edog.api.service.Result.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An upgrade, manager by manager: entries stay readable for the older version, which may come back, until it is finalised; after that it
 * stays out of service.
 */
class MixedVersionsTest {
    private static final int OLD = 1;
    private static final int NEW = 2;

    private final Cluster cluster = new Cluster("a", "b", "c");
    private int written;

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    private void write(Node node) throws Exception {
        String name = "u" + written++;
        assertThat(node.createUser(name, name).get(100, TimeUnit.SECONDS)).isInstanceOf(Accepted.class);
    }

    private Result finalise(Node node) throws Exception {
        return node.manager()
                .submit(new FinalizeUpgrade(), Principal.SYSTEM, Optional.empty())
                .get(100, TimeUnit.SECONDS);
    }

    private List<Entry> entries() {
        return cluster.nodes.get(0).journal.read(new Index(1), 1_000);
    }

    private List<Integer> formats() {
        return entries().stream().map(Entry::format).distinct().toList();
    }

    private void upgradeAll() throws Exception {
        for (Node node : cluster.nodes) {
            node.install(NEW);
            await().until(() -> node.manager().status().serving());
            write(node);
        }
    }

    @Test
    void untilItIsFinalisedTheOlderFormatIsWrittenAndTheOlderVersionMayComeBack() throws Exception {
        upgradeAll();
        assertThat(formats()).containsExactly(OLD);
        Node back = cluster.follower();
        back.install(OLD);
        await().until(() -> back.manager().status().serving());
        write(back);
        assertThat(formats()).containsExactly(OLD);
    }

    @Test
    void itIsNotFinalisedWhileAnyManagerIsOlderWhoeverLeads() throws Exception {
        Node old = cluster.leader();
        for (Node node : cluster.nodes) {
            if (node != old) {
                node.install(NEW);
                await().until(() -> node.manager().status().serving());
            }
        }
        await().until(() -> old.leads());
        assertThat(finalise(cluster.follower()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().detail()).contains("'" + old.name + "'"));
        assertThat(old.leadership.handOver()).isTrue();
        await().until(() -> cluster.nodes.stream().anyMatch(node -> node != old && node.leads()));
        assertThat(finalise(old))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().detail()).contains("'" + old.name + "'"));
        write(old);
        assertThat(formats()).containsExactly(OLD);
    }

    @Test
    void anOlderManagerThatIsElectedBeforeItKnowsWritesNothing() throws Exception {
        upgradeAll();
        Node back = cluster.follower();
        back.stop();
        assertThat(finalise(cluster.leader())).isInstanceOf(Accepted.class);
        write(cluster.leader());
        List<Node> others = cluster.nodes.stream().filter(node -> node != back).toList();
        others.forEach(node -> node.leadership.leave());
        int entries = entries().size();

        back.format = OLD;
        back.comeBack();
        CompletableFuture<Result> unseen = back.createUser("asked", "key");
        await().until(() -> back.manager().status().reason().contains("older than the cluster"));
        await().during(Duration.ofMillis(500)).until(() -> entries().size() == entries && !back.leads());

        others.forEach(node -> node.leadership.stand());
        Node leader = cluster.leader();
        assertThat(leader.createUser("asked", "key").get(100, TimeUnit.SECONDS)).isInstanceOf(Accepted.class);
        assertThat(leader.users()).containsOnlyOnce("asked");
        assertThat(back.leads()).isFalse();
        assertThat(unseen).as("forwarded and done, but nothing to be seen here").isNotDone();
    }

    @Test
    void onceItIsFinalisedTheOlderVersionStaysOutOfServiceUntilItIsUpgraded() throws Exception {
        upgradeAll();
        assertThat(finalise(cluster.follower())).isInstanceOf(Accepted.class);
        write(cluster.leader());
        assertThat(formats()).containsExactly(OLD, NEW);

        Node back = cluster.leader();
        back.install(OLD);
        await().until(() -> back.manager().status().reason().contains("older than the cluster"));
        assertThat(back.manager().status().serving()).isFalse();
        Node leader =
                cluster.nodes.stream().filter(node -> node != back).findFirst().orElseThrow();
        write(leader);
        await().until(() -> leader.manager().status().members().stream()
                .anyMatch(member -> member.node().equals(back.name) && member.role() == Role.OUT_OF_SERVICE));
        assertThat(back.leads()).isFalse();

        back.install(NEW);
        await().until(() -> back.manager().status().serving());
        cluster.converge();
        assertThat(back.users()).hasSize(written);
    }
}
