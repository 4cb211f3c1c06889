package io.edog.appctl.inventory;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The file {@code /etc/edog/node.env} of a node: what its start scripts read. */
public final class NodeEnv {
    private NodeEnv() {}

    /** The text of a node's file. */
    public static String of(Cluster cluster, Node node) {
        Ports ports = cluster.ports();
        return String.join(
                "\n",
                "# Written by appctl. Other settings belong into /etc/edog/etc.",
                "EDOG_CLUSTER=" + cluster.name(),
                "EDOG_NODE=" + node.name(),
                "EDOG_ROLES=" + node.roles().stream().map(Role::word).collect(joining(",")),
                "EDOG_ADDRESS=" + node.address(),
                "EDOG_HTTP=" + ports.httpAddress() + ":" + ports.http(),
                "EDOG_SSH=127.0.0.1:" + ports.ssh(),
                "EDOG_PEER=" + (node.isManager() ? at(node, ports.peer()) : ""),
                "EDOG_ZK_ID=" + node.voter().map(String::valueOf).orElse(""),
                "EDOG_ZK_CLIENT=" + ports.zooKeeperClient(),
                "EDOG_ZK_PEER=" + ports.zooKeeperPeer(),
                "EDOG_ZK_ELECTION=" + ports.zooKeeperElection(),
                "EDOG_ZK_CONNECT=" + connect(cluster),
                "EDOG_ZK_FOUNDERS=\"" + founders(cluster) + "\"",
                "EDOG_ZK_JOIN=" + (node.seated() ? "yes" : "no"),
                "EDOG_TLS=/etc/edog/tls",
                "EDOG_FLOATING=" + (node.isManager() ? ports.floating().orElse("") : ""),
                "EDOG_LIBVIRT=system",
                "");
    }

    private static String connect(Cluster cluster) {
        int port = cluster.ports().zooKeeperClient();
        return cluster.voters().stream().map(voter -> at(voter, port)).collect(joining(","));
    }

    private static String founders(Cluster cluster) {
        Ports ports = cluster.ports();
        List<Integer> numbers = List.of(ports.zooKeeperPeer(), ports.zooKeeperElection(), ports.zooKeeperClient());
        String tail = numbers.stream().map(String::valueOf).collect(joining(":"));
        return cluster.voters().stream()
                .map(voter -> voter.voter().orElseThrow() + "=" + host(voter) + ":" + tail)
                .collect(joining(" "));
    }

    private static String at(Node node, int port) {
        return host(node) + ":" + port;
    }

    private static String host(Node node) {
        return node.address().contains(":") ? "[" + node.address() + "]" : node.address();
    }
}
