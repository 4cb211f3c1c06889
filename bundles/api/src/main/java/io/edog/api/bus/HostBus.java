package io.edog.api.bus;

import io.edog.api.journal.Subscription;
import java.util.function.Consumer;

/** A host's end of the bus. Thread-safe; calls are bounded in time. */
public interface HostBus {
    /** Calls back with the host's newest assignments, now if there are any and at each change, on one thread. */
    Subscription assignments(String host, Consumer<Assignments> changed);

    /**
     * Makes a report known, replacing the host's last one.
     *
     * @throws BusException if it can't be done in time; reporting again is harmless
     */
    void report(HostReport report);
}
