package io.edog.sim.zookeeper;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Subscription;
import io.edog.cluster.internal.ClusterInside;
import io.edog.testkit.journal.JournalContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The product's journal keeps its contract on the simulated ZooKeeper as it does on a real one. */
class SimulatedJournalTest implements JournalContract {
    private final Bridge bridge = new Bridge();
    private final ClusterInside one = bridge.join("one").inside();
    private final Journal here = new Bridged(one.journal());
    private final Journal there = new Bridged(bridge.join("two").inside().journal());

    @AfterEach
    void stop() throws Exception {
        bridge.close();
    }

    @Override
    public Journal journal() {
        return here;
    }

    @Override
    public Journal elsewhere() {
        return there;
    }

    @Override
    public Epoch newEpoch() {
        return bridge.call(one::takeEpoch);
    }

    private final class Bridged implements Journal {
        private final Journal journal;

        Bridged(Journal journal) {
            this.journal = journal;
        }

        @Override
        public Appended append(Entry entry) {
            return bridge.call(() -> journal.append(entry));
        }

        @Override
        public List<Entry> read(Index from, int max) {
            return bridge.call(() -> journal.read(from, max));
        }

        @Override
        public Optional<Entry> read(Index index) {
            return bridge.call(() -> journal.read(index));
        }

        @Override
        public Index trimmed() {
            return bridge.call(journal::trimmed);
        }

        @Override
        public boolean trim(Epoch epoch, Index upTo) {
            return bridge.call(() -> journal.trim(epoch, upTo));
        }

        @Override
        public Subscription watch(Index applied, Runnable wake) {
            return bridge.call(() -> journal.watch(applied, wake));
        }
    }
}
