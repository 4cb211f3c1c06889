package io.edog.api.hypervisor;

import io.edog.api.bus.Daemon;
import io.edog.api.journal.Subscription;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs guests on one host. Thread-safe; each call returns within a limit of its implementation or throws {@link
 * HypervisorSilentException}. A call on a domain names its run; if that is not there it throws {@link
 * NoSuchDomainException}.
 */
public interface Hypervisor {
    /** Every domain of edog's, also those that are still being created. Foreign domains are never listed. */
    List<Domain> domains();

    /**
     * Creates a domain that is paused before its first instruction and leaves no trace once it ends.
     *
     * @throws HypervisorException if it is refused, also when a domain of that VM exists
     */
    void createPaused(DomainSpec spec);

    /** Lets a paused domain run. */
    void resume(DomainKey key);

    /** Pauses a running domain; its memory stays. */
    void suspend(DomainKey key);

    /** Asks the guest to power off, as by ACPI's power button. It may ignore it. */
    void pressPowerButton(DomainKey key);

    /** Asks the guest to restart itself. It may ignore it. */
    void reboot(DomainKey key);

    /** Restarts the guest at once, as by a reset line. */
    void reset(DomainKey key);

    /**
     * Ends a domain.
     *
     * @param force kill it at once; else let the hypervisor flush its caches first, which may be refused after a while
     */
    void destroy(DomainKey key, boolean force);

    /** Whether the hypervisor's daemon answered when it was last asked. Never blocks. */
    Daemon daemon();

    /** Tells what happens, on one thread. The listener must not block. */
    Subscription events(Consumer<HypervisorEvent> listener);
}
