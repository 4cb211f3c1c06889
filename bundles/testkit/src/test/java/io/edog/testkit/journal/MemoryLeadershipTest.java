package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Leadership;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryLeadershipTest implements LeadershipContract {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryElection election = new MemoryElection();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public Leadership join(String node) {
        MemoryLeadership leadership = new MemoryLeadership(ensemble, election, node, executor);
        leadership.stand();
        return leadership;
    }

    @Override
    public void leave(Leadership leadership) {
        ((MemoryLeadership) leadership).leave();
    }

    @Override
    public void cut(Leadership leadership) {
        ((MemoryLeadership) leadership).expire();
    }

    @Override
    public void heal(Leadership leadership) {
        ((MemoryLeadership) leadership).resume();
    }

    @Test
    void aSuspendedLeaderLeadsOnInItsEpochUnlessAnotherTookOne() {
        MemoryLeadership one = (MemoryLeadership) join("one");
        Epoch first = one.epoch().orElseThrow();
        one.suspend();
        assertThat(one.epoch()).isEmpty();
        one.resume();
        assertThat(one.epoch()).contains(first);
        one.suspend();
        Epoch others = ensemble.takeEpoch();
        one.resume();
        assertThat(one.epoch().orElseThrow()).isGreaterThan(others);
    }
}
