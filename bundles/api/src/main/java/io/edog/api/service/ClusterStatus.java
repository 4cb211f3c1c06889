package io.edog.api.service;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.state.StateHash;
import java.util.List;
import java.util.Optional;

/**
 * Where a node stands.
 *
 * @param node its name
 * @param leader the leader's name, if there is one
 * @param leading whether this node decides commands itself, rather than forwarding them
 * @param serving whether commands and reads are answered here
 * @param armed whether lost hosts are fenced and their VMs restarted
 * @param reason why not serving or not armed, in a sentence; may be empty
 * @param members all managers, this one included, by name
 */
public record ClusterStatus(
        String node,
        Optional<String> leader,
        Epoch epoch,
        Index index,
        StateHash stateHash,
        boolean leading,
        boolean serving,
        boolean armed,
        String reason,
        List<ManagerStatus> members) {
    public ClusterStatus {
        members = List.copyOf(members);
    }
}
