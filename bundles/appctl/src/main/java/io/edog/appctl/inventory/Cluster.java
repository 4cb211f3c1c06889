package io.edog.appctl.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A cluster as its administrator knows it.
 *
 * @param format of the file
 * @param founded whether it was started once; from then on members come and go one at a time, online
 * @param nextVoter the number of the next voter
 */
public record Cluster(
        int format, String name, boolean founded, int nextVoter, SshAccess ssh, Ports ports, List<Node> nodes) {

    public static final int FORMAT = 1;

    public Cluster {
        nodes = List.copyOf(nodes);
    }

    @JsonIgnore
    public List<Node> managers() {
        return nodes.stream().filter(Node::isManager).toList();
    }

    @JsonIgnore
    public List<Node> agents() {
        return nodes.stream().filter(Node::isAgent).toList();
    }

    @JsonIgnore
    public List<Node> voters() {
        return nodes.stream().filter(node -> node.voter().isPresent()).toList();
    }

    /** The node of that name or address. */
    public Optional<Node> find(String word) {
        return nodes.stream()
                .filter(node -> node.name().equals(word) || node.address().equals(word))
                .findFirst();
    }

    public Cluster withNodes(List<Node> others) {
        return new Cluster(format, name, founded, nextVoter, ssh, ports, others);
    }

    public Cluster withPorts(Ports others) {
        return new Cluster(format, name, founded, nextVoter, ssh, others, nodes);
    }

    public Cluster withNextVoter(int number) {
        return new Cluster(format, name, founded, number, ssh, ports, nodes);
    }

    public Cluster withFounded(boolean started) {
        return new Cluster(format, name, started, nextVoter, ssh, ports, nodes);
    }

    /** This, with one node changed. */
    public Cluster withNode(String node, UnaryOperator<Node> change) {
        return withNodes(nodes.stream()
                .map(each -> each.name().equals(node) ? change.apply(each) : each)
                .toList());
    }

    public Cluster without(String node) {
        return withNodes(
                nodes.stream().filter(each -> !each.name().equals(node)).toList());
    }
}
