package io.edog.cluster.internal;

import java.io.IOException;
import java.util.Optional;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.framework.recipes.leader.LeaderLatchListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's place in the election. Not thread-safe. */
final class Seat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final Connection connection;
    private final Runnable changed;
    private Optional<LeaderLatch> latch = Optional.empty();

    /** Does not stand yet. */
    Seat(Connection connection, Runnable changed) {
        this.connection = connection;
        this.changed = changed;
    }

    boolean standing() {
        return latch.isPresent();
    }

    boolean elected() {
        return latch.filter(LeaderLatch::hasLeadership).isPresent();
    }

    /** The node in ZooKeeper that stands for this seat, once there is one. */
    Optional<String> path() {
        return latch.flatMap(l -> Optional.ofNullable(l.getOurPath()));
    }

    /** Takes a place at the end of the queue. */
    void stand() {
        LeaderLatch fresh = new LeaderLatch(
                connection.curator(),
                connection.paths().election(),
                connection.settings().node());
        fresh.addListener(new LeaderLatchListener() {
            @Override
            public void isLeader() {
                changed.run();
            }

            @Override
            public void notLeader() {
                changed.run();
            }
        });
        latch = Optional.of(fresh);
        try {
            fresh.start();
        } catch (Exception e) {
            throw new IllegalStateException("can't stand for election", e);
        }
    }

    /** Gives the place up, whether elected or not. */
    @Override
    public void close() {
        latch.ifPresent(Seat::leave);
        latch = Optional.empty();
    }

    private static void leave(LeaderLatch latch) {
        try {
            latch.close();
        } catch (IOException | IllegalStateException e) {
            LOG.warn("could not leave the election in order, the end of the session will: {}", e.getMessage());
        }
    }
}
