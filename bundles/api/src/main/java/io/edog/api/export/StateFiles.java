package io.edog.api.export;

import io.edog.api.state.ClusterState;
import io.edog.api.state.StateExport;
import java.util.List;
import java.util.Optional;

/** States kept for the day they are needed. Thread-safe; every call may take as long as the disk does. */
public interface StateFiles {
    /**
     * Writes a state to a new file. When this returns, the file was flushed to the disk, read back whole, and given its name.
     *
     * @throws io.edog.api.state.StoreException if any of that failed; nothing is left of it then
     */
    StateFile write(ClusterState state);

    /** All files, the newest first. */
    List<StateFile> list();

    /** Reads a file whole; empty, with a line in the log, if it is damaged or gone. */
    Optional<StateExport> read(StateFile file);

    /** The newest file that is whole. */
    default Optional<StateExport> newest() {
        return list().stream().map(this::read).flatMap(Optional::stream).findFirst();
    }

    /** Deletes all but the newest files. */
    void prune(int keep);
}
