package io.edog.api.export;

import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import io.edog.api.state.StateExport;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** States in a directory of their own, which only its owner may read: they hold the hashes of passwords. */
public final class StateDirectory implements StateFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

    private final Path directory;
    private final String cluster;
    private final Clock clock;

    /**
     * Touches nothing yet.
     *
     * @param directory made when the first file is written
     * @param cluster the cluster's name, which stands in each file
     */
    public StateDirectory(Path directory, String cluster, Clock clock) {
        this.directory = directory;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public synchronized StateFile write(ClusterState state) {
        try {
            SafeFile.makeDirectory(directory);
            long sequence = list().stream().findFirst().map(StateFile::sequence).orElse(0L) + 1;
            return write(state, sequence, clock.instant());
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the state can't be written to " + directory + ": " + why(e), e);
        }
    }

    /** Of some file system errors the message is a path, and the class says what is wrong with it. */
    private static String why(Exception e) {
        boolean bare = e instanceof FileSystemException error && error.getReason() == null;
        return bare ? e.getClass().getSimpleName() + " " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private StateFile write(ClusterState state, long sequence, Instant at) throws IOException {
        Path path = directory.resolve(new FileName(sequence, state.index(), at).toString());
        SafeFile.write(path, out -> StateCodec.write(state, out, cluster, at), temporary -> check(temporary, state));
        return FileName.parse(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    /** What is on the disk must be the state, not only some state. */
    private static void check(Path file, ClusterState state) throws IOException {
        StateHeader header = readWhole(file);
        if (!header.stateHash().equals(state.hash()) || !header.place().equals(state.index())) {
            throw new IOException("what was read back is not what was written");
        }
    }

    private static StateHeader readWhole(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return StateCodec.read(in, object -> {});
        }
    }

    @Override
    public List<StateFile> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(FileName::parse)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingLong(StateFile::sequence).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the directory " + directory + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<StateExport> read(StateFile file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            return Optional.of(StateCodec.read(in));
        } catch (IOException e) {
            LOG.warn("{} is of no use: {}", file.path(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized void prune(int keep) {
        list().stream().skip(Math.max(0, keep)).forEach(this::delete);
    }

    /** Deletes a file; what can't be deleted is logged. */
    public void delete(StateFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            LOG.warn("{} can't be deleted: {}", file.path(), e.getMessage());
        }
    }
}
