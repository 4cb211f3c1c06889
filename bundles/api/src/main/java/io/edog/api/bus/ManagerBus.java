package io.edog.api.bus;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Subscription;
import java.util.function.Consumer;

/** The managers' end of the bus. Thread-safe; calls are bounded in time. */
public interface ManagerBus {
    /**
     * Publishes a host's assignments, if their epoch is still the newest.
     *
     * @return false if another leader writes now
     * @throws BusException if it can't be known or done in time; publishing again is harmless
     */
    boolean publish(Assignments assignments);

    /**
     * Forgets what was told to and by a host that is gone, if the epoch is still the newest. What it reports later counts again.
     *
     * @return false if another leader writes now
     * @throws BusException if it can't be known or done in time; forgetting again is harmless
     */
    boolean forget(String host, Epoch epoch);

    /** Calls back with the newest report of each host, now and at each change, on one thread of the bus. */
    Subscription reports(Consumer<HostReport> seen);
}
