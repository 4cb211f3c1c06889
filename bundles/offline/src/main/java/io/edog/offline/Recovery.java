package io.edog.offline;

import io.edog.api.journal.Epoch;
import io.edog.api.state.StateCodec;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import io.edog.store.internal.StandaloneDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Founds a cluster anew from a backup: nothing of what the node knows now is merged into it. The journal goes on after the backup's
 * index, and the epochs above all that anyone can have seen, so that the agents follow the new managers.
 */
final class Recovery {
    /** More leaders than any cluster has between a backup and the day it is needed. */
    private static final long EPOCHS = 10_000;

    /**
     * What came of it.
     *
     * @param header what the backup said
     * @param epoch the next leader's epoch is above it
     * @param old where lies what was there before
     */
    record Recovered(StateHeader header, long epoch, List<Path> old) {}

    private final Node node;
    private final Parts parts;

    /**
     * Which parts of the node are founded anew.
     *
     * @param manager its database
     * @param voter its ZooKeeper data
     * @param secret what protects those; empty: nothing
     */
    record Parts(boolean manager, boolean voter, Optional<String> secret) {}

    Recovery(Node node, Parts parts) {
        this.node = node;
        this.parts = parts;
    }

    /**
     * Recovers. Each part is made beside the old one and put in its place at the end; done again after a crash, it begins anew.
     *
     * @param epoch at least this, the same on all nodes of a cluster; empty: as seems right from what this node knows
     * @param otherCluster whether the backup may be of a cluster with another name
     */
    Recovered run(Path file, Optional<Long> epoch, boolean otherCluster) throws IOException, SQLException {
        StateHeader header = whole(file);
        if (!otherCluster) {
            refuseForeign(file, header);
        }
        long after = Math.max(next(header.epoch()), epoch.isPresent() ? epoch.get() : next(known()));
        List<Path> old = new ArrayList<>();
        if (parts.voter()) {
            makeVoter(header, after);
        }
        if (parts.manager()) {
            node.database().replace(database -> database.replace(file)).ifPresent(old::add);
            Directories.setAside(node.exports()).ifPresent(old::add);
            Files.deleteIfExists(node.outOfService());
        }
        if (parts.voter()) {
            Directories.setAside(node.zookeeper()).ifPresent(old::add);
            Directories.move(newVoter(), node.zookeeper());
        }
        return new Recovered(header, after, List.copyOf(old));
    }

    private static StateHeader whole(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return StateCodec.read(in, object -> {});
        }
    }

    private void refuseForeign(Path file, StateHeader header) throws IOException {
        if (!header.cluster().equals(node.cluster())) {
            throw new IOException(file.getFileName() + " is a backup of the cluster '" + header.cluster()
                    + "', and this is '" + node.cluster() + "'; --other-cluster if it is meant");
        }
    }

    /** A round number, so that all managers find the same. */
    private static long next(long known) {
        return (known / EPOCHS + 1) * EPOCHS;
    }

    /** The newest epoch that this node has heard of; 0 if it can't tell. */
    private long known() throws IOException {
        OfflineDatabase database = node.database();
        try {
            return parts.manager() && database.exists()
                    ? database.use(StandaloneDatabase::epoch).value()
                    : Epoch.ZERO.value();
        } catch (StoreException | SQLException e) {
            return Epoch.ZERO.value();
        }
    }

    private Path newVoter() {
        return node.zookeeper().resolveSibling(node.zookeeper().getFileName() + ".new");
    }

    private void makeVoter(StateHeader header, long epoch) throws IOException {
        Directories.delete(newVoter());
        new VoterSeed(header.index(), epoch, header.at(), parts.secret())
                .write(newVoter().resolve("data"));
    }
}
