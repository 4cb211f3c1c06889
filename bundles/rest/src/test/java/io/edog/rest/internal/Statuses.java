package io.edog.rest.internal;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.service.ClusterStatus;
import io.edog.api.state.StateHash;
import java.util.List;
import java.util.Optional;

/** Where a node could stand. */
final class Statuses {
    private Statuses() {}

    static ClusterStatus of(boolean serving, String leader) {
        return new ClusterStatus(
                "node1",
                Optional.of(leader),
                new Epoch(1),
                new Index(7),
                StateHash.EMPTY,
                leader.equals("node1"),
                serving,
                false,
                serving ? "" : "no quorum",
                List.of());
    }
}
