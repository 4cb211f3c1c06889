package io.edog.agent.internal.record;

import io.edog.api.hypervisor.DomainKey;
import java.util.List;

/**
 * The agent's memory across its restarts. What is written is on disk when the call returns. Thread-safe for different
 * runs.
 */
public interface Records {
    /** All records of runs; a damaged one counts as a run that was begun. */
    List<RunRecord> runs();

    /**
     * Writes a record, replacing the run's last one.
     *
     * @throws RecordException if it can't be written; the last one stands
     */
    void write(RunRecord record);

    /** Forgets a run. That it is forgotten need not survive a crash. */
    void forget(DomainKey key);

    /** The newest assignments seen. */
    SeenMark seen();

    /**
     * Remembers the newest assignments seen.
     *
     * @throws RecordException if it can't be written
     */
    void write(SeenMark mark);
}
