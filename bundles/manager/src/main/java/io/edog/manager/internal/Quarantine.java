package io.edog.manager.internal;

import io.edog.api.journal.Index;
import java.util.Optional;

/** Whether this manager took itself out of service, kept so that a restart does not forget it. Thread-safe. */
public interface Quarantine {
    /** Why it is out of service, in a sentence; empty while it is not. */
    Optional<String> reason();

    /**
     * Takes it out of service. It is so in any case; keeping it over a restart may fail, with a line in the log.
     *
     * @param agreed up to which index its state was like the others', as far as it knows
     */
    void enter(String reason, Index agreed);

    /** Brings it back. */
    void clear();
}
