package io.edog.sim.world;

import io.edog.api.journal.Entry;
import io.edog.api.state.ClusterState;
import java.util.ArrayList;
import java.util.List;

/** What a manager's database holds when its process is dead. */
final class Disk {
    ClusterState state = ClusterState.empty();
    List<Entry> archive = new ArrayList<>();
}
