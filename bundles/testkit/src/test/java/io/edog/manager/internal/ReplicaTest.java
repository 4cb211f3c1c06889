package io.edog.manager.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Appended;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Subscription;
import io.edog.api.json.EntryCodec;
import io.edog.api.state.ClusterState;
import io.edog.core.Evolver;
import io.edog.testkit.store.MemoryStateStore;
import io.edog.testkit.store.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads while entries are forgotten gets few, and is not at the head for that. */
class ReplicaTest {
    private static final Epoch EPOCH = new Epoch(1);

    /** Entries up to one that a trim has just reached on its way to another. */
    private record Trimmed(long there, long upTo) implements Journal {
        @Override
        public Appended append(Entry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> read(Index from, int max) {
            return chain().stream()
                    .filter(entry -> entry.index().reached(from))
                    .limit(max)
                    .toList();
        }

        private List<Entry> chain() {
            List<Entry> chain = new ArrayList<>();
            ClusterState state = ClusterState.empty();
            for (long index = 1; index <= there; index++) {
                ChangeSet set = new ChangeSet(new UUID(0, index), Samples.AT, "ann", List.of(), List.of());
                chain.add(EntryCodec.next(state.index(), state.head(), EPOCH, set));
                state = Evolver.apply(state, chain.get(chain.size() - 1));
            }
            return chain;
        }

        @Override
        public Optional<Entry> read(Index index) {
            return read(index, 1).stream().findFirst();
        }

        @Override
        public Index trimmed() {
            return new Index(upTo);
        }

        @Override
        public boolean trim(Epoch epoch, Index upTo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription watch(Index applied, Runnable wake) {
            return () -> {};
        }
    }

    private static Replica replica(Journal journal) {
        return new Replica(journal, new MemoryStateStore(), index -> ClusterState.empty());
    }

    @Test
    void fewEntriesOfAJournalThatIsTrimmedBeyondThemAreNotItsHead() {
        Replica replica = replica(new Trimmed(5, 9));
        assertThat(replica.follow()).isEqualTo(5);
        assertThat(replica.caughtUp()).isFalse();
    }

    @Test
    void fewEntriesOfOneThatIsNotAre() {
        Replica replica = replica(new Trimmed(5, 3));
        assertThat(replica.follow()).isEqualTo(5);
        assertThat(replica.caughtUp()).isTrue();
    }
}
