package io.edog.api.view;

import io.edog.api.journal.Change;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import java.time.Instant;

/**
 * The data of an event; its name is {@link Event#name()}, its id the index.
 *
 * @param by id of the user who caused it, or {@code system}
 * @param object the object as it is from now on, or {@code {id,kind,tenant}} when it is gone
 */
public record EventView(long index, Instant at, String by, Object object) {

    /** An event as those who follow see it. */
    public static EventView of(Event event, ClusterView view) {
        return new EventView(event.index().value(), event.at(), event.by(), object(event.change(), view));
    }

    private static Object object(Change change, ClusterView view) {
        if (change instanceof Change.Put put) {
            return Views.of(put.object(), view);
        }
        Change.Removed removed = (Change.Removed) change;
        return new ReferenceView(removed.id(), removed.kind(), removed.tenant());
    }
}
