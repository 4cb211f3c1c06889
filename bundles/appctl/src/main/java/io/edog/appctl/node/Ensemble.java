package io.edog.appctl.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Ports;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ZooKeeper voters as they are, and one more or one less: by a manager's shell. */
public final class Ensemble {
    private final ManagerShell shell;
    private final Target manager;

    /** @param manager one that serves */
    public Ensemble(ManagerShell shell, Target manager) {
        this.shell = shell;
        this.manager = manager;
    }

    /** The numbers of those who vote; empty if it can't be told. */
    public Optional<Set<Integer>> voters() throws InterruptedException {
        JsonNode items = shell.ask(manager, "edog:voter-list --json").path("items");
        if (!items.isArray()) {
            return Optional.empty();
        }
        Set<Integer> numbers = new TreeSet<>();
        items.forEach(item -> numbers.add(item.path("id").asInt()));
        return Optional.of(numbers);
    }

    /** Lets a node vote whose ZooKeeper runs. */
    public Outcome add(Cluster cluster, Node node) throws InterruptedException {
        Ports ports = cluster.ports();
        String address = node.address().contains(":") ? "[" + node.address() + "]" : node.address();
        return shell.order(
                manager,
                "edog:voter-add %d=%s:%d:%d:%d"
                        .formatted(
                                node.voter().orElseThrow(),
                                address,
                                ports.zooKeeperPeer(),
                                ports.zooKeeperElection(),
                                ports.zooKeeperClient()));
    }

    /** Takes the vote from a number. */
    public Outcome delete(int number) throws InterruptedException {
        return shell.order(manager, "edog:voter-delete " + number);
    }
}
