package io.edog.itests.history.check;

import java.util.List;

/**
 * An entry as a manager shows it.
 *
 * @param puts the objects it names anew or again
 */
public record JournalEntry(long index, long epoch, String hash, List<Put> puts) {
    /** An object has a name from now on. */
    public record Put(String id, String name) {}
}
