package io.edog.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.json.EntryCodec;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import io.edog.api.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link StateStore} does. Each test begins with an empty database. */
public abstract class StateStoreContract extends StateInstallContract {
    private final History history = new History();

    @Test
    void anEmptyStoreIsAtTheBeginning() {
        StateStore store = open();
        assertSame(store.load(), ClusterState.empty());
        assertThat(store.oldest()).isEqualTo(new Index(1));
        assertThat(store.archive(new Index(1), 10)).isEmpty();
    }

    @Test
    void objectsOfEveryKindComeBackAsTheyWere() {
        apply(open(), history.put(Samples.all().toArray(Resource[]::new)));
        assertThat(Stream.of(Kind.values())
                        .filter(kind -> history.state().all(kind).isEmpty()))
                .isEmpty();
        assertSame(open().load(), history.state());
    }

    @Test
    void anObjectIsReplacedAndRemoved() {
        StateStore store = open();
        Vm vm = Samples.vm("vm-1", "web");
        apply(store, history.put(vm));
        apply(store, history.put(Samples.running(vm, 1)));
        assertSame(open().load(), history.state());
        apply(store, history.remove(vm));
        assertSame(open().load(), history.state());
        assertThat(open().load().all(Kind.VM)).isEmpty();
    }

    @Test
    void changesOfOneEntryCountInTheirOrder() {
        StateStore store = open();
        Vm vm = Samples.vm("vm-1", "web");
        Vm other = Samples.vm("vm-2", "db");
        apply(store, history.put(other));
        List<Change> changes = List.of(
                new Change.Put(vm),
                Change.Removed.of(vm),
                new Change.Put(Samples.running(vm, 3)),
                new Change.Put(Samples.running(other, 1)),
                Change.Removed.of(other));
        apply(store, history.next(changes, List.of()));
        assertSame(open().load(), history.state());
    }

    @Test
    void namesMayBeExchangedInOneEntry() {
        StateStore store = open();
        apply(store, history.put(Samples.vm("vm-1", "a"), Samples.vm("vm-2", "b")));
        apply(store, history.put(Samples.vm("vm-1", "b"), Samples.vm("vm-2", "a")));
        assertSame(open().load(), history.state());
    }

    @Test
    void anEntryWithoutChangesMovesTheIndex() {
        apply(open(), history.put());
        assertSame(open().load(), history.state());
    }

    @Test
    void removingWhatIsNotThereIsNoError() {
        apply(open(), history.remove(Samples.vm("vm-1", "web")));
        assertSame(open().load(), history.state());
    }

    @Test
    void outcomesAreObjectsOfTheState() {
        apply(open(), history.next(List.of(), List.of(Samples.outcome("ann:1"), Samples.outcome("ann:2"))));
        assertThat(open().load().all(Kind.OUTCOME)).containsOnlyKeys("ann:1", "ann:2");
        assertSame(open().load(), history.state());
    }

    @Test
    void longWordsAndLargeObjectsAreKeptWhole() {
        String longName = "名".repeat(5000);
        String longKey = "ann:" + "k".repeat(300);
        Vm large = Samples.vm("vm-1", longName)
                .edit()
                .state(VmState.ERROR, "why ".repeat(90_000), Samples.AT)
                .build();
        apply(open(), history.next(List.of(new Change.Put(large)), List.of(Samples.outcome(longKey))));
        assertSame(open().load(), history.state());
    }

    @Test
    void anEntryIsAppliedOnce() {
        StateStore store = open();
        Entry first = history.put(Samples.vm("vm-1", "web"));
        apply(store, first);
        assertThatThrownBy(() -> store.apply(first, history.state())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open().apply(first, history.state())).isInstanceOf(IllegalStateException.class);
        assertSame(open().load(), history.state());
        assertThat(open().archive(Index.ZERO, 10)).containsExactly(first);
    }

    @Test
    void noEntryIsLeftOut() {
        StateStore store = open();
        ClusterState before = history.state();
        history.put(Samples.vm("vm-1", "web"));
        Entry second = history.put(Samples.vm("vm-2", "db"));
        assertThatThrownBy(() -> store.apply(second, history.state())).isInstanceOf(IllegalStateException.class);
        assertSame(store.load(), before);
        assertThat(store.archive(Index.ZERO, 10)).isEmpty();
    }

    @Test
    void anEntryOfAnotherHistoryIsRefused() {
        StateStore store = open();
        Entry first = history.put(Samples.vm("vm-1", "web"));
        apply(store, first);
        Entry foreign = EntryCodec.next(first.index(), "f".repeat(64), new Epoch(2), first.set());
        ClusterState after = History.evolve(history.state(), foreign);
        assertThatThrownBy(() -> store.apply(foreign, after)).isInstanceOf(IllegalStateException.class);
        assertSame(store.load(), history.state());
    }

    @Test
    void theArchiveGivesEntriesInOrder() {
        StateStore store = open();
        List<Entry> entries = applyVms(store, 25);
        assertThat(store.archive(new Index(1), 100)).isEqualTo(entries);
        assertThat(store.archive(Index.ZERO, 100)).isEqualTo(entries);
        assertThat(store.archive(new Index(8), 3)).isEqualTo(entries.subList(7, 10));
        assertThat(store.archive(new Index(26), 3)).isEmpty();
        assertThat(store.archive(new Index(1), 0)).isEmpty();
        assertThat(store.oldest()).isEqualTo(new Index(1));
        assertThat(open().archive(new Index(20), 100)).isEqualTo(entries.subList(19, 25));
    }

    @Test
    void pruningForgetsOldEntriesOnly() {
        StateStore store = open();
        List<Entry> entries = applyVms(store, 12);
        store.prune(new Index(9));
        assertThat(store.oldest()).isEqualTo(new Index(9));
        assertThat(store.archive(Index.ZERO, 100)).isEqualTo(entries.subList(8, 12));
        store.prune(new Index(3));
        assertThat(store.oldest()).isEqualTo(new Index(9));
        assertSame(open().load(), history.state());
    }

    @Test
    void pruningKeepsTheLastAppliedEntry() {
        StateStore store = open();
        List<Entry> entries = applyVms(store, 5);
        store.prune(new Index(1000));
        assertThat(store.archive(Index.ZERO, 100)).isEqualTo(entries.subList(4, 5));
        assertThat(store.oldest()).isEqualTo(new Index(5));
        entries.addAll(applyVms(store, 2));
        assertThat(open().archive(Index.ZERO, 100)).isEqualTo(entries.subList(4, 7));
        assertSame(open().load(), history.state());
    }

    @Test
    void pruningAnEmptyArchiveDoesNothing() {
        StateStore store = open();
        store.prune(new Index(7));
        assertThat(store.oldest()).isEqualTo(new Index(1));
        applyVms(store, 1);
        assertThat(store.oldest()).isEqualTo(new Index(1));
    }

    @Test
    void aLongRandomHistoryComesBack() {
        StateStore store = open();
        RandomHistory random = new RandomHistory(20261123, history);
        for (int i = 0; i < 150; i++) {
            apply(store, random.next());
        }
        assertSame(open().load(), history.state());
        ClusterState replayed = ClusterState.empty();
        for (Entry entry : open().archive(new Index(1), 1000)) {
            replayed = History.evolve(replayed, entry);
        }
        assertSame(replayed, history.state());
    }

    private List<Entry> applyVms(StateStore store, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(history.put(Samples.vm("vm-" + i, "vm" + i)));
            apply(store, entries.get(i));
        }
        return entries;
    }

    private void apply(StateStore store, Entry entry) {
        store.apply(entry, history.state());
    }

    /** Compares two states in every respect, and each with its own hash. */
    public static void assertSame(ClusterState actual, ClusterState expected) {
        assertThat(actual.index()).isEqualTo(expected.index());
        assertThat(actual.epoch()).isEqualTo(expected.epoch());
        assertThat(actual.head()).isEqualTo(expected.head());
        assertThat(actual.hash()).isEqualTo(expected.hash());
        StateHash recomputed = StateHash.EMPTY;
        for (Kind kind : Kind.values()) {
            assertThat(actual.all(kind)).as(kind.word()).isEqualTo(expected.all(kind));
            for (Resource object : actual.all(kind).values()) {
                recomputed = recomputed.toggle(object);
            }
        }
        assertThat(recomputed).isEqualTo(actual.hash());
    }
}
