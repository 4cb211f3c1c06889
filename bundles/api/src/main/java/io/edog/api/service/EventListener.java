package io.edog.api.service;

import io.edog.api.journal.Index;
import java.util.List;

/** Someone who follows what happens. */
public interface EventListener {
    /**
     * One entry's events, those that may be seen; empty when none of them may, so that the index still moves.
     *
     * @param index the entry's index
     */
    void events(Index index, List<Event> events);

    /** Nothing more will come; the reason is a sentence. */
    void ended(String reason);
}
