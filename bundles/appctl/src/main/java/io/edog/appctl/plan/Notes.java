package io.edog.appctl.plan;

import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an administrator should know of a plan before it is carried out, in sentences. */
public final class Notes {
    private final List<String> notes = new ArrayList<>();

    private Notes() {}

    public static List<String> of(Cluster cluster) {
        Notes notes = new Notes();
        notes.voters(cluster);
        notes.hosts(cluster);
        notes.addresses(cluster);
        return List.copyOf(notes.notes);
    }

    private void voters(Cluster cluster) {
        int managers = cluster.managers().size();
        Optional<Node> witness =
                cluster.nodes().stream().filter(node -> node.is(Role.WITNESS)).findFirst();
        if (managers == 1) {
            notes.add("One manager: while it is down nothing can be changed (guests run on).");
        } else if (managers == 2 && witness.isPresent()) {
            notes.add("Two managers need a third voter: " + witness.get().name()
                    + " is the witness. Any one of the three may be lost.");
        } else if (managers == 2) {
            notes.add(
                    "There is no third machine for a witness: if either manager is lost, the other can't change anything"
                            + " until it is back, or is given up for good with 'manager delete'."
                            + " Give an agent on a third machine to have a witness.");
        } else {
            int voters = cluster.voters().size();
            notes.add(voters + " managers vote; any " + (voters - 1) / 2 + " of them may be lost."
                    + (voters < managers ? " " + silent(cluster) + " without a vote: their number must be odd." : ""));
        }
    }

    private static String silent(Cluster cluster) {
        List<String> names = cluster.managers().stream()
                .filter(node -> node.voter().isEmpty())
                .map(Node::name)
                .toList();
        return String.join(", ", names) + (names.size() == 1 ? " serves" : " serve");
    }

    private void hosts(Cluster cluster) {
        if (cluster.agents().isEmpty()) {
            notes.add("There are no agents, so no host for virtual machines yet: add some with 'agent add'.");
        } else if (cluster.agents().equals(cluster.managers())) {
            notes.add("The managers run virtual machines too; --agents names other hosts for them.");
        }
    }

    private void addresses(Cluster cluster) {
        String loopback = cluster.nodes().stream()
                .map(Node::address)
                .filter(address -> address.startsWith("127.") || address.equals("::1") || address.equals("localhost"))
                .collect(Collectors.joining(", "));
        if (!loopback.isEmpty()) {
            notes.add("Only this machine itself reaches " + loopback + ": no other host can join such a cluster.");
        }
    }
}
