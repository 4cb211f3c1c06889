package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.service.Principal;
import io.edog.manager.internal.ManagerService;
import io.edog.testkit.bus.BusSamples;
import io.edog.testkit.bus.MemoryBus;
import io.edog.testkit.journal.MemoryElection;
import io.edog.testkit.journal.MemoryEnsemble;
import io.edog.testkit.journal.MemoryJournal;
import io.edog.testkit.journal.MemoryLeadership;
import io.edog.testkit.store.MemoryStateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that lay in ZooKeeper when a manager began says nothing of the present; the next one does. */
class OldReportTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryLeadership leadership = new MemoryLeadership(ensemble, new MemoryElection(), "node1", executor);
    private final MemoryBus bus = new MemoryBus(ensemble, executor);
    private ManagerService manager;

    @BeforeEach
    void aManagerThatFindsAReport() {
        bus.report(BusSamples.report("h1", 1, 0));
        manager = Managers.lone(
                new MemoryJournal(ensemble, executor),
                leadership,
                bus,
                new MemoryStateStore(),
                Managers.limits(Map.of("sweep_ms", 100L, "agent_timeout_ms", 600_000L)));
        leadership.stand();
        heard("h1");
    }

    @AfterEach
    void stop() throws Exception {
        manager.stop();
        executor.shutdownNow();
    }

    private void heard(String host) {
        await().atMost(LIMIT)
                .until(() -> manager.view(Principal.SYSTEM).report(host).isPresent());
    }

    private List<String> up() {
        return manager.view(Principal.SYSTEM).list(Host.class).stream()
                .filter(host -> host.state() == HostState.UP)
                .map(Host::id)
                .toList();
    }

    @Test
    void itTakesASecondReport() {
        bus.report(BusSamples.report("h2", 1, 0));
        heard("h2");
        bus.report(BusSamples.report("h2", 2, 0));
        await().atMost(LIMIT).until(() -> !up().isEmpty());
        assertThat(up()).containsExactly("h2");
        bus.report(BusSamples.report("h1", 2, 0));
        await().atMost(LIMIT).until(() -> up().contains("h1"));
    }
}
