package io.edog.testkit.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.bus.BusException;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.testkit.journal.MemoryEnsemble;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryBusTest implements BusContract {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryBus bus = new MemoryBus(ensemble, executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public ManagerBus manager() {
        return bus;
    }

    @Override
    public HostBus host() {
        return bus;
    }

    @Override
    public Epoch newEpoch() {
        return ensemble.takeEpoch();
    }

    @Test
    void whatWasSaidBeforeACutIsToldAfterIt() {
        List<HostReport> seen = new CopyOnWriteArrayList<>();
        bus.report(BusSamples.report("a", 1, 1));
        bus.reachable(false);
        bus.reports(seen::add);
        assertThatThrownBy(() -> bus.report(BusSamples.report("a", 2, 1))).isInstanceOf(BusException.class);
        assertThat(seen).isEmpty();
        bus.reachable(true);
        await().untilAsserted(() -> assertThat(seen).containsExactly(BusSamples.report("a", 1, 1)));
    }
}
