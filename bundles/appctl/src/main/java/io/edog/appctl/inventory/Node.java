package io.edog.appctl.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A host of the cluster.
 *
 * @param name unique; never changes, as certificates and the journal know it by this name
 * @param address what the other nodes and ssh reach it by: an address, or a name that all of them resolve
 * @param roles in the order of {@link Role}, each at most once
 * @param voter its number among the ZooKeeper voters; empty when it does not vote. Never given to another node
 * @param seated whether its voter has taken part once. From then on it may never found an ensemble again: with an
 *     emptied disk it could elect itself and erase what was acknowledged
 */
public record Node(String name, String address, List<Role> roles, Optional<Integer> voter, boolean seated) {

    public Node {
        roles = roles.stream().distinct().sorted().collect(Collectors.toUnmodifiableList());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @JsonIgnore
    public boolean isManager() {
        return is(Role.MANAGER);
    }

    @JsonIgnore
    public boolean isAgent() {
        return is(Role.AGENT);
    }

    public Node withVoter(Optional<Integer> number) {
        return new Node(name, address, roles, number, seated && number.equals(voter));
    }

    public Node withRoles(List<Role> others) {
        return new Node(name, address, others, voter, seated);
    }

    public Node withAddress(String other) {
        return new Node(name, other, roles, voter, seated);
    }

    public Node withSeated(boolean taken) {
        return new Node(name, address, roles, voter, taken);
    }

    /** Its roles in words: {@code manager, agent}. */
    public String rolesText() {
        return roles.stream().map(Role::word).collect(Collectors.joining(", "));
    }
}
