package io.edog.api.journal;

import java.util.List;
import java.util.Optional;

/** The one totally ordered list of everything that happened. Thread-safe. Every call is bounded in time. */
public interface Journal {
    /** Largest wire form of an entry, in bytes; the caller keeps below it. */
    int MAX_ENTRY_BYTES = 512 * 1024;

    /**
     * Writes an entry at its index, if its epoch is still the newest and the index is free. One call at a time.
     *
     * @throws IllegalArgumentException if its wire form is larger than {@link #MAX_ENTRY_BYTES}
     */
    Appended append(Entry entry);

    /**
     * Entries from an index on, in order, without a gap, at most {@code max}; empty when there is none yet.
     *
     * @throws JournalException if the journal can't be reached in time, or an entry does not match its hash
     */
    List<Entry> read(Index from, int max);

    /** One entry, empty when it is not there (not yet, or trimmed). Same errors as {@link #read}. */
    Optional<Entry> read(Index index);

    /** Up to where entries have been trimmed; at or below it, absence means nothing. Same errors as {@link #read}. */
    Index trimmed();

    /**
     * Forgets entries up to and including an index, if the epoch is still the newest.
     *
     * @return whether it did
     */
    boolean trim(Epoch epoch, Index upTo);

    /** Calls back, on a thread of the journal's, when an entry after {@code applied} may be there. */
    Subscription watch(Index applied, Runnable wake);
}
