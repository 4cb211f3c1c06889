package io.edog.appctl.inventory;

import io.edog.appctl.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The directory of one cluster: the list of members, the keys, and what goes to each node. */
public final class ClusterDirectory {
    static final String INVENTORY = "cluster.json";

    private final Path path;

    public ClusterDirectory(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** The cluster, if it was set up. */
    public Optional<Cluster> read() {
        try {
            Optional<String> text = PrivateFiles.read(path.resolve(INVENTORY));
            return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get()));
        } catch (IOException e) {
            throw Refusal.failed(
                    path.resolve(INVENTORY) + ": " + e.getMessage(), "Repair it, or bring it back from a copy.");
        }
    }

    /** What must be written for this cluster; nothing when all is there. New keys are in it, not yet on the disk. */
    public List<FileChange> changes(Cluster cluster) {
        return ClusterFiles.changes(path, cluster, Instant.now());
    }

    /** Carries out changes, in their order. */
    public void apply(List<FileChange> changes) {
        try {
            for (FileChange change : changes) {
                Path file = path.resolve(change.path());
                if (change.text().isPresent()) {
                    PrivateFiles.write(file, change.text().get());
                } else {
                    PrivateFiles.remove(file);
                }
            }
        } catch (IOException e) {
            throw Refusal.failed(
                    "can't write into " + path + ": " + e.getMessage(), "Give the command again once it can be.");
        }
    }

    /** Writes a cluster and all that follows from it. */
    public void save(Cluster cluster) {
        apply(changes(cluster));
    }

    /** Writes what follows from a cluster for one node only. The list of members stays: it says what is done. */
    public void prepare(Cluster cluster, Node node) {
        String home = "nodes/" + node.name() + "/";
        apply(changes(cluster).stream()
                .filter(change -> change.path().startsWith(home))
                .toList());
    }

    /** What belongs into a node's {@code /etc/edog}. */
    public Path nodeFiles(Node node) {
        return path.resolve("nodes").resolve(node.name());
    }

    /** Where backups are kept that were fetched. */
    public Path backups() {
        return path.resolve("backups");
    }

    /** The keys by which hosts of this cluster are known. */
    public Path knownHosts() {
        return path.resolve("known_hosts");
    }

    /**
     * Keeps other commands from changing this cluster until it is closed.
     *
     * @throws Refusal if one is at it
     */
    public AutoCloseable lock() {
        try {
            PrivateFiles.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw Refusal.failed("another appctl is at work on " + path, "Wait until it has ended.");
            }
            return channel;
        } catch (IOException e) {
            throw Refusal.failed(
                    "can't write into " + path + ": " + e.getMessage(), "Choose another with EDOG_CLUSTER_DIR.");
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static Cluster parse(String text) throws IOException {
        Cluster cluster = Json.read(text, Cluster.class);
        if (cluster.format() != Cluster.FORMAT) {
            throw new IOException("format " + cluster.format() + " is not known to this version");
        }
        return cluster;
    }
}
