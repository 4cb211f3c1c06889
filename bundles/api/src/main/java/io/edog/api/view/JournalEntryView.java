package io.edog.api.view;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A journal entry, without secrets.
 *
 * @param id of the change set
 * @param by id of the user, or {@code system}
 * @param hash the entry's own hash, over its wire form and so over more than is shown
 */
public record JournalEntryView(
        long index, long epoch, UUID id, Instant at, String by, List<ChangeView> changes, String hash) {

    /** An entry as administrators see it. */
    public static JournalEntryView of(Entry entry) {
        return new JournalEntryView(
                entry.index().value(),
                entry.epoch().value(),
                entry.set().id(),
                entry.set().at(),
                entry.set().by(),
                entry.set().changes().stream().map(ChangeView::of).toList(),
                entry.hash());
    }

    /**
     * A page of the journal: {@code total} is the journal's head, {@code next} what to pass as {@code from} for what
     * follows.
     *
     * @param entries without a gap, as the journal gave them
     * @param head the newest index there is
     */
    public static ListView<JournalEntryView> page(List<Entry> entries, Index head) {
        Optional<String> next = entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).index())
                        .filter(last -> !last.reached(head))
                        .map(last -> last.next().toString());
        return new ListView<>(entries.stream().map(JournalEntryView::of).toList(), head.value(), next);
    }
}
