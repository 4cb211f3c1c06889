package io.edog.api.view;

import io.edog.api.service.ClusterStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a node stands.
 *
 * @param armed whether lost hosts are fenced and their VMs restarted
 * @param features name and version of each feature of edog that is installed on this node
 * @param members all managers, this one included, by name
 * @param role what this manager does, in a word
 * @param serving whether commands and reads are answered
 * @param reason why not serving or not armed, in a sentence; may be empty
 */
public record ClusterStatusView(
        String node,
        Optional<String> leader,
        long epoch,
        long index,
        String stateHash,
        boolean armed,
        List<ManagerView> members,
        Map<String, String> features,
        String role,
        boolean serving,
        String reason) {

    /** A status as people see it. */
    public static ClusterStatusView of(ClusterStatus status, Map<String, String> features) {
        return new ClusterStatusView(
                status.node(),
                status.leader(),
                status.epoch().value(),
                status.index().value(),
                status.stateHash().hex(),
                status.armed(),
                status.members().stream().map(ManagerView::of).toList(),
                Map.copyOf(features),
                status.leading() ? "leader" : "follower",
                status.serving(),
                status.reason());
    }
}
