package io.edog.sim.world;

import io.edog.api.journal.Entry;
import io.edog.api.state.ClusterState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a manager's database holds when its process is dead. */
final class Disk {
    ClusterState state = ClusterState.empty();
    List<Entry> archive = new ArrayList<>();
    Optional<String> quarantine = Optional.empty();
    /** Hash of the last applied entry, if nobody was told that it was applied. */
    String unheard = "";
    /** Exported states, the newest first. */
    final List<ClusterState> exports = new ArrayList<>();

    /** The newest exported index; 0 without any. */
    long exported() {
        return exports.isEmpty() ? 0 : exports.get(0).index().value();
    }
}
