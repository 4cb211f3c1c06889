package io.edog.testkit.store;

import io.edog.api.export.StateFile;
import io.edog.api.export.StateFiles;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import io.edog.api.state.StateExport;
import io.edog.api.state.StateHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** States in files in memory, which are there as long as the object lives. Thread-safe. */
public final class MemoryStateFiles implements StateFiles {
    private record Stored(StateFile file, StateExport export) {}

    private final NavigableMap<Long, Stored> files = new TreeMap<>();
    private final Set<Long> damaged = new HashSet<>();
    private final Clock clock;

    public MemoryStateFiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StateFile write(ClusterState state) {
        Instant now = clock.instant();
        long sequence = files.isEmpty() ? 1 : files.lastKey() + 1;
        StateFile file = new StateFile(Path.of("file-" + sequence), sequence, state.index(), now, 0);
        files.put(sequence, new Stored(file, new StateExport(header(state, now), state)));
        return file;
    }

    private static StateHeader header(ClusterState state, Instant now) {
        try {
            return StateCodec.write(state, OutputStream.nullOutputStream(), "memory", now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized List<StateFile> list() {
        return files.descendingMap().values().stream().map(Stored::file).toList();
    }

    @Override
    public synchronized Optional<StateExport> read(StateFile file) {
        return Optional.ofNullable(files.get(file.sequence()))
                .filter(stored -> !damaged.contains(file.sequence()))
                .map(Stored::export);
    }

    /** Damages a file, as a bad disk does. */
    public synchronized void damage(StateFile file) {
        damaged.add(file.sequence());
    }

    @Override
    public synchronized void prune(int keep) {
        while (files.size() > Math.max(0, keep)) {
            files.pollFirstEntry();
        }
    }
}
