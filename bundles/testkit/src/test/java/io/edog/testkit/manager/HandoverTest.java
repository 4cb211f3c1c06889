package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leadership that is given away costs nobody a request. */
class HandoverTest {
    private final Cluster cluster = new Cluster("a", "b", "c");
    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    /** Writes through a node until told to end; gives how often. */
    private Callable<Integer> writer(Node node, String name) {
        return () -> {
            int written = 0;
            while (!enough.get()) {
                Result result = node.createUser(name + written, name + written).get(100, TimeUnit.SECONDS);
                assertThat(result).isInstanceOf(Result.Accepted.class);
                written++;
            }
            return written;
        };
    }

    private List<Future<Integer>> writers(List<Node> nodes) {
        List<Future<Integer>> writers = new ArrayList<>();
        for (Node node : nodes) {
            for (int i = 0; i < 3; i++) {
                writers.add(cluster.executor.submit(writer(node, node.name + i + "-")));
            }
        }
        return writers;
    }

    private void end(List<Future<Integer>> writers) throws Exception {
        enough.set(true);
        int written = 0;
        for (Future<Integer> writer : writers) {
            written += writer.get(100, TimeUnit.SECONDS);
        }
        cluster.converge();
        assertThat(cluster.leader().users())
                .hasSizeGreaterThanOrEqualTo(written)
                .doesNotHaveDuplicates();
    }

    private static CompletableFuture<Result> handOver(Node node) {
        return node.manager().submit(new HandOver(), Principal.SYSTEM, Optional.empty());
    }

    @Test
    void onAnAdministratorsOrderThroughAnyManager() throws Exception {
        List<Future<Integer>> writers = writers(cluster.nodes);
        for (int i = 0; i < 5; i++) {
            Node before = cluster.leader();
            assertThat(handOver(cluster.follower()).get(100, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
            await().until(() -> cluster.nodes.stream().anyMatch(node -> node != before && node.leads()));
        }
        end(writers);
    }

    @Test
    void whenTheLeaderStops() throws Exception {
        Node leader = cluster.leader();
        List<Future<Integer>> writers =
                writers(cluster.nodes.stream().filter(node -> node != leader).toList());
        List<CompletableFuture<Result>> open = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            open.add(leader.createUser("open" + i, "open" + i));
        }
        leader.stop();
        for (CompletableFuture<Result> result : open) {
            assertThat(result.get(100, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
        }
        assertThat(cluster.leader()).isNotSameAs(leader);
        leader.comeBack();
        end(writers);
    }

    @Test
    void itIsRefusedWhereNobodyCouldTakeOver() throws Exception {
        Node leader = cluster.leader();
        for (Node node : cluster.nodes) {
            if (node != leader) {
                node.stop();
            }
        }
        Result result = handOver(leader).get(100, TimeUnit.SECONDS);
        assertThat(((Result.Refused) result).problem().status()).isEqualTo(409);
        assertThat(leader.createUser("ann", "k1").get(100, TimeUnit.SECONDS)).isInstanceOf(Result.Accepted.class);
    }
}
