package io.edog.itests.history;

import io.edog.itests.history.check.ChainLink;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.support.RawJournal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journal in ZooKeeper, from what is not trimmed yet, and on and on, for it is trimmed meanwhile. Thread-safe. */
final class JournalReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);
    private static final long PERIOD_S = 4;

    private final Cluster cluster;
    private final List<ChainLink> chain = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    JournalReader(Cluster cluster) {
        this.cluster = cluster;
        Future<?> unused = clock.scheduleWithFixedDelay(this::readOn, 0, PERIOD_S, TimeUnit.SECONDS);
    }

    /** Reads what is new; while voters are away, the next time does. */
    synchronized void readOn() {
        try (RawJournal journal = cluster.journal()) {
            long next = chain.isEmpty() ? journal.first() : last() + 1;
            journal.from(next).forEach(entry -> chain.add(Ending.link(entry)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | KeeperException e) {
            LOG.info("the journal is read later: {}", e.getMessage());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The index of the last entry that was read; 0 before the first. */
    synchronized long last() {
        return chain.isEmpty() ? 0 : chain.get(chain.size() - 1).index();
    }

    synchronized List<ChainLink> chain() {
        return List.copyOf(chain);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
