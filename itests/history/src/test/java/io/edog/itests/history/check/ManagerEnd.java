package io.edog.itests.history.check;

import java.util.List;
import java.util.Map;

/**
 * A manager when everything has come to rest.
 *
 * @param names name by id of every object the history is about
 * @param journal all that it still shows, in order
 */
public record ManagerEnd(
        String manager, long index, String stateHash, Map<String, String> names, List<JournalEntry> journal) {}
