package io.edog.rest.internal.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.edog.api.json.Json;
import java.io.IOException;
import java.util.Optional;

/** Finds out where in a JSON text something ends. */
final class JsonPosition {
    private JsonPosition() {}

    /** The field in which a text that was cut off ends, such as {@code name} or {@code disks[0].volume}. */
    static Optional<String> lastField(byte[] cutOff) {
        try (JsonParser parser = Json.mapper().createParser(cutOff)) {
            return lastField(parser);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> lastField(JsonParser parser) {
        try {
            while (parser.nextToken() != null) {
                parser.finishToken();
            }
            return Optional.empty();
        } catch (IOException cut) {
            return name(parser.getParsingContext());
        }
    }

    private static Optional<String> name(JsonStreamContext context) {
        String path = context.pathAsPointer()
                .toString()
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceAll("^/", "")
                .replace('/', '.');
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }
}
