package io.edog.testkit.manager;

import static org.awaitility.Awaitility.await;

import io.edog.manager.internal.EngineLimits;
import io.edog.testkit.journal.MemoryElection;
import io.edog.testkit.journal.MemoryEnsemble;
import io.edog.testkit.member.MemoryNetwork;
import io.edog.testkit.member.MemoryRoll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Three managers on ports in memory. */
final class Cluster implements AutoCloseable {
    final ExecutorService executor = Executors.newCachedThreadPool();
    final MemoryEnsemble ensemble = new MemoryEnsemble();
    final MemoryElection election = new MemoryElection();
    final MemoryRoll roll = new MemoryRoll();
    final MemoryNetwork network = new MemoryNetwork();
    final EngineLimits limits;
    final List<Node> nodes;

    Cluster(String... names) {
        this(Map.of(), names);
    }

    /** @param changes what is configured otherwise than it ships */
    Cluster(Map<String, Object> changes, String... names) {
        Map<String, Object> all = new HashMap<>(Managers.PATIENT);
        all.putAll(changes);
        limits = Managers.limits(all);
        nodes = Stream.of(names).map(name -> new Node(this, name)).toList();
        await().until(() -> nodes.stream().allMatch(n -> n.manager().status().serving()));
    }

    Node leader() {
        await().until(() -> nodes.stream().anyMatch(Node::leads));
        return nodes.stream().filter(Node::leads).findFirst().orElseThrow();
    }

    Node follower() {
        Node leader = leader();
        return nodes.stream().filter(node -> node != leader).findFirst().orElseThrow();
    }

    /** Waits until all have applied the same. */
    void converge() {
        await().until(() -> nodes.stream()
                        .map(n -> n.manager().status())
                        .map(s -> s.index() + " " + s.stateHash())
                        .distinct()
                        .count()
                == 1);
    }

    @Override
    public void close() throws InterruptedException {
        for (Node node : nodes) {
            node.manager().stop();
        }
        executor.shutdownNow();
    }
}
