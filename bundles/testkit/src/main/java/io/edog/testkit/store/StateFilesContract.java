package io.edog.testkit.store;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.export.StateFile;
import io.edog.api.export.StateFiles;
import io.edog.api.journal.Index;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateExport;
import org.junit.jupiter.api.Test;

/** What every {@link StateFiles} does. Each test begins with none. */
public abstract class StateFilesContract {
    private final History history = new History();

    /** Opens the test's files; another call within one test finds what was written before. */
    protected abstract StateFiles open();

    /** Damages a file behind the back of what is open. */
    protected abstract void damage(StateFile file);

    private ClusterState next(String vm) {
        history.put(Samples.vm(vm, vm));
        return history.state();
    }

    @Test
    void atFirstThereIsNone() {
        assertThat(open().list()).isEmpty();
        assertThat(open().newest()).isEmpty();
        open().prune(1);
    }

    @Test
    void aStateComesBackAsItWas() {
        history.put(Samples.all().toArray(Resource[]::new));
        StateFile file = open().write(history.state());
        assertThat(file.index()).isEqualTo(new Index(1));
        assertThat(open().list()).containsExactly(file);
        assertSame(open().newest().map(StateExport::state).orElseThrow(), history.state());
        assertSame(open().read(file).orElseThrow().state(), history.state());
    }

    @Test
    void theEmptyStateIsOneToo() {
        open().write(ClusterState.empty());
        assertSame(open().newest().orElseThrow().state(), ClusterState.empty());
    }

    @Test
    void theNewestIsWhatWasWrittenLast() {
        StateFiles files = open();
        ClusterState older = next("vm-1");
        StateFile first = files.write(next("vm-2"));
        StateFile second = files.write(older);
        assertThat(open().list()).containsExactly(second, first);
        assertSame(open().newest().orElseThrow().state(), older);
    }

    @Test
    void ofADamagedFileTheOneBeforeIsTaken() {
        ClusterState before = next("vm-1");
        open().write(before);
        StateFile newest = open().write(next("vm-2"));
        damage(newest);
        assertThat(open().read(newest)).isEmpty();
        assertSame(open().newest().orElseThrow().state(), before);
    }

    @Test
    void pruningKeepsTheNewest() {
        StateFiles files = open();
        files.write(next("vm-1"));
        StateFile second = files.write(next("vm-2"));
        StateFile third = files.write(next("vm-3"));
        files.prune(2);
        assertThat(open().list()).containsExactly(third, second);
        StateFile fourth = open().write(next("vm-4"));
        assertThat(fourth.sequence()).isGreaterThan(third.sequence());
        open().prune(1);
        assertThat(files.list()).containsExactly(fourth);
    }
}
