package io.edog.testkit.store;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link StateStore} does with a state that is installed as a whole. */
abstract class StateInstallContract {
    private final History elsewhere = new History();

    /** Opens the test's database; another call within one test is a restart, which finds what was applied before. */
    protected abstract StateStore open();

    private ClusterState longHistory() {
        elsewhere.put(Samples.all().toArray(Resource[]::new));
        RandomHistory random = new RandomHistory(20261124, elsewhere);
        IntStream.range(0, 60).forEach(i -> random.next());
        return elsewhere.state();
    }

    @Test
    void anInstalledStateIsAllThereIs() {
        StateStore store = open();
        History mine = new History();
        Entry entry = mine.put(Samples.vm("vm-of-old", "old"), Samples.user("bob"));
        store.apply(entry, mine.state());
        ClusterState state = longHistory();
        store.install(state);
        assertSame(store.load(), state);
        assertSame(open().load(), state);
    }

    @Test
    void afterAnInstalledStateTheArchiveBeginsAnew() {
        StateStore store = open();
        History mine = new History();
        Entry old = mine.put(Samples.vm("vm-1", "web"));
        store.apply(old, mine.state());
        ClusterState state = longHistory();
        store.install(state);
        assertThat(store.archive(Index.ZERO, 100)).isEmpty();
        assertThat(store.oldest()).isEqualTo(state.index().next());
        store.prune(new Index(1000));
        Entry next = elsewhere.put(Samples.vm("vm-new", "new"));
        store.apply(next, elsewhere.state());
        assertSame(open().load(), elsewhere.state());
        assertThat(open().archive(Index.ZERO, 100)).containsExactly(next);
        assertThat(open().oldest()).isEqualTo(next.index());
    }

    @Test
    void anOlderStateIsNotInstalled() {
        StateStore store = open();
        ClusterState older = longHistory();
        Entry next = elsewhere.put(Samples.vm("vm-new", "new"));
        store.install(older);
        store.apply(next, elsewhere.state());
        assertThatThrownBy(() -> store.install(older)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.install(ClusterState.empty())).isInstanceOf(IllegalArgumentException.class);
        assertSame(open().load(), elsewhere.state());
        assertThat(store.archive(Index.ZERO, 100)).containsExactly(next);
    }

    @Test
    void aStateOfTheAppliedIndexReplacesOneThatWentAstray() {
        StateStore store = open();
        History astray = new History();
        Entry wrong = astray.put(Samples.vm("vm-1", "wrong"));
        store.apply(wrong, astray.state());
        elsewhere.put(Samples.vm("vm-1", "right"));
        store.install(elsewhere.state());
        assertSame(open().load(), elsewhere.state());
        store.install(elsewhere.state());
        assertSame(open().load(), elsewhere.state());
    }
}
