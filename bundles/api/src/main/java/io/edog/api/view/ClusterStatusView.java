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
        List<String> members,
        Map<String, String> features,
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
                status.members(),
                Map.copyOf(features),
                status.serving(),
                status.reason());
    }
}
