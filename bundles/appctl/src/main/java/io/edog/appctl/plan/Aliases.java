package io.edog.appctl.plan;

import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** A host may be called by its name one day and by its address the next: it is the same node. */
public final class Aliases {
    private final Optional<Cluster> present;

    public Aliases(Optional<Cluster> present) {
        this.present = present;
    }

    /** The hosts, those that are nodes already by the address that the list of members has. */
    public List<Wanted> settle(List<Wanted> hosts) {
        return hosts.stream().map(this::settle).toList();
    }

    private Wanted settle(Wanted host) {
        if (host.name().isPresent()) {
            return host;
        }
        return nodes().stream()
                .filter(node -> same(node.address(), host.address()))
                .findFirst()
                .map(node -> new Wanted(host.name(), node.address()))
                .orElse(host);
    }

    private List<Node> nodes() {
        return present.map(Cluster::nodes).orElse(List.of());
    }

    /** The hosts, those that are called otherwise in another list by what they are called there. */
    public static List<Wanted> like(List<Wanted> others, List<Wanted> hosts) {
        return hosts.stream()
                .map(host -> others.stream()
                        .filter(other -> same(other.address(), host.address()))
                        .findFirst()
                        .map(other -> new Wanted(host.name(), other.address()))
                        .orElse(host))
                .toList();
    }

    static boolean same(String one, String other) {
        try {
            return one.equals(other) || InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
