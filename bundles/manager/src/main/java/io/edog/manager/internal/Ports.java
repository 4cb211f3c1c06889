package io.edog.manager.internal;

import io.edog.api.bus.ManagerBus;
import io.edog.api.export.StateFiles;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.state.StateStore;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * All that a manager knows of the world.
 *
 * @param exports where it keeps states, so that the journal may forget what led to them
 * @param background runs what may take long, one thing at a time
 * @param wall the time of day, for what is written down
 * @param steady the time for limits and pauses, which setting the machine's time does not move
 * @param ids fresh UUIDs
 */
public record Ports(
        Journal journal,
        Leadership leadership,
        ManagerBus bus,
        StateStore store,
        StateFiles exports,
        Quarantine quarantine,
        Neighbours neighbours,
        Identity identity,
        Executor background,
        Clock wall,
        Clock steady,
        Supplier<String> ids) {}
