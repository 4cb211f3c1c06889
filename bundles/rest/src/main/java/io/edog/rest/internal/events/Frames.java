package io.edog.rest.internal.events;

import io.edog.api.json.Json;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import io.edog.api.view.EventView;
import java.nio.charset.StandardCharsets;

/** The text of server-sent events. */
final class Frames {
    private Frames() {}

    static String event(Event event, ClusterView view) {
        return "id: " + event.index() + "\nevent: " + event.name() + "\ndata: " + Json.write(EventView.of(event, view))
                + "\n\n";
    }

    /** Keeps the connection alive, and tells how far the stream has come. */
    static byte[] comment(String text) {
        return utf8(": " + text.replaceAll("[\\r\\n]+", " ") + "\n\n");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
