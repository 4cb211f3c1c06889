package io.edog.rest.internal.events;

import io.edog.api.journal.Index;
import io.edog.api.json.Json;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import io.edog.api.view.EventView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The text of server-sent events. */
final class Frames {
    private Frames() {}

    /** All of an entry that is shown. The last event alone has the id: a client that was cut off before it gets all again. */
    static byte[] entry(Index index, List<Event> events, ClusterView view) {
        String before = events.stream()
                .limit(events.size() - 1)
                .map(event -> event(event, view))
                .collect(Collectors.joining());
        return utf8(before + "id: " + index + "\n" + event(events.get(events.size() - 1), view));
    }

    private static String event(Event event, ClusterView view) {
        return "event: " + event.name() + "\ndata: " + Json.write(EventView.of(event, view)) + "\n\n";
    }

    /** Keeps the connection alive, and tells how far the stream has come. */
    static byte[] comment(String text) {
        return utf8(": " + text.replaceAll("[\\r\\n]+", " ") + "\n\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
