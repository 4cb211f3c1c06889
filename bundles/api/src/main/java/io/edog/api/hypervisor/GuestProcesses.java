package io.edog.api.hypervisor;

import io.edog.api.journal.Subscription;
import java.util.Map;

/** The processes guests run in, as the host's kernel sees them: an answer that needs no daemon. Thread-safe. */
public interface GuestProcesses {
    /** The process of each VM that has one, by the VM's id. */
    Map<String, GuestProcess> running();

    /** Whether a process still exists. Once false, always false. */
    boolean alive(GuestProcess process);

    /** Calls back once when a process is gone, also if it is gone already. The listener must not block. */
    Subscription watch(GuestProcess process, Runnable gone);
}
