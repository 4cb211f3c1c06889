package io.edog.testkit.manager;

import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.state.StateStore;
import io.edog.manager.internal.EngineLimits;
import io.edog.manager.internal.Identity;
import io.edog.manager.internal.ManagerConfig;
import io.edog.manager.internal.ManagerService;
import io.edog.manager.internal.Neighbours;
import io.edog.manager.internal.Ports;
import io.edog.manager.internal.SteadyClock;
import io.edog.testkit.store.MemoryStateFiles;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Managers as they ship. */
public final class Managers {
    /** On a machine that is busy with other things a command may take long, and its test is not about that. */
    public static final Map<String, Object> PATIENT =
            Map.of("submit_timeout_ms", 90_000L, "forward_attempt_ms", 90_000L);

    private Managers() {}

    /** The limits that ship. */
    public static EngineLimits limits() {
        return limits(Map.of());
    }

    /** The limits that ship, but for some, by the names of {@link ManagerConfig}. */
    public static EngineLimits limits(Map<String, Object> changes) {
        return EngineLimits.of((ManagerConfig) Proxy.newProxyInstance(
                ManagerConfig.class.getClassLoader(),
                new Class<?>[] {ManagerConfig.class},
                (proxy, method, arguments) -> changes.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    /** A manager that knows of no other. */
    public static ManagerService lone(Journal journal, Leadership leadership, ManagerBus bus, StateStore store) {
        return lone(journal, leadership, bus, store, limits());
    }

    /** A manager that knows of no other, with limits of its own. */
    public static ManagerService lone(
            Journal journal, Leadership leadership, ManagerBus bus, StateStore store, EngineLimits limits) {
        return new ManagerService(ports(journal, leadership, bus, store, new Neighbours()), limits);
    }

    /** The ports of a manager whose exports and quarantine are in memory, and which does at once what may take long. */
    public static Ports ports(
            Journal journal, Leadership leadership, ManagerBus bus, StateStore store, Neighbours neighbours) {
        return new Ports(
                journal,
                leadership,
                bus,
                store,
                new MemoryStateFiles(Clock.systemUTC()),
                new MemoryQuarantine(),
                neighbours,
                new Identity("0.1.0", "", 1),
                Runnable::run,
                Clock.systemUTC(),
                new SteadyClock(),
                () -> UUID.randomUUID().toString());
    }
}
