package io.edog.sim.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journal entry, read from its bytes without the product's help.
 *
 * @param keys the idempotency keys it decides
 * @param changes each object it puts, by kind and id; empty for one it removes
 */
record Line(
        long index,
        long epoch,
        String previous,
        String hash,
        List<String> keys,
        Map<String, Optional<JsonNode>> changes) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Line of(byte[] wire) {
        String text = new String(wire, StandardCharsets.UTF_8);
        int newline = text.indexOf('\n');
        try {
            JsonNode header = JSON.readTree(text.substring(0, newline));
            JsonNode set = JSON.readTree(text.substring(newline + 1));
            return new Line(
                    header.get("index").asLong(),
                    header.get("epoch").asLong(),
                    header.get("previous").asText(),
                    header.get("hash").asText(),
                    keys(set),
                    changes(set));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a journal entry: " + text, e);
        }
    }

    private static List<String> keys(JsonNode set) {
        List<String> keys = new ArrayList<>();
        set.get("outcomes").forEach(outcome -> keys.add(outcome.get("id").asText()));
        return keys;
    }

    private static Map<String, Optional<JsonNode>> changes(JsonNode set) {
        Map<String, Optional<JsonNode>> changes = new LinkedHashMap<>();
        for (JsonNode change : set.get("changes")) {
            JsonNode object = change.get("object");
            if (object != null) {
                changes.put(name(object.get("@type").asText(), object.get("id").asText()), Optional.of(object));
            } else {
                changes.put(name(change.get("kind").asText(), change.get("id").asText()), Optional.empty());
            }
        }
        for (JsonNode outcome : set.get("outcomes")) {
            changes.put(name("outcome", outcome.get("id").asText()), Optional.of(outcome));
        }
        return changes;
    }

    static String name(String type, String id) {
        return type.toLowerCase(java.util.Locale.ROOT) + "/" + id;
    }
}
