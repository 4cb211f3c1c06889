package io.edog.api.view;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param total how many there are on all pages
 * @param next what to pass as {@code after} for the next page, when there is one
 */
public record ListView<T>(List<T> items, long total, Optional<String> next) {

    public ListView {
        items = List.copyOf(items);
    }

    /** A list that fits on one page. */
    public static <T> ListView<T> whole(List<T> items) {
        return new ListView<>(items, items.size(), Optional.empty());
    }
}
