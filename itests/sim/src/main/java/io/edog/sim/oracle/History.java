package io.edog.sim.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that was ever committed, trimmed or not, and what follows from it. */
final class History {
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final TreeMap<String, JsonNode> objects = new TreeMap<>();

    long head() {
        return lines.size();
    }

    Line at(long index) {
        return lines.get((int) index - 1);
    }

    /** Adds the next one; gives a key that was decided before, if there is one. */
    Optional<String> add(Line line) {
        lines.add(line);
        line.changes()
                .forEach((name, object) ->
                        object.ifPresentOrElse(o -> objects.put(name, o), () -> objects.remove(name)));
        Optional<String> twice = Optional.empty();
        for (String key : line.keys()) {
            twice = keys.putIfAbsent(key, line.index()) == null ? twice : Optional.of(key);
        }
        return twice;
    }

    /** Where a key was decided. */
    Optional<Long> decided(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** What there is at the head. */
    Map<String, JsonNode> objects() {
        return objects;
    }

    /** The volumes and templates that a host works on, as of an index. */
    Set<String> workOf(String host, long asOf) {
        Set<String> work = new TreeSet<>();
        for (Line line : lines.subList(0, (int) asOf)) {
            line.changes().forEach((name, object) -> {
                if (name.startsWith("volume/") || name.startsWith("template/")) {
                    String id = name.substring(name.indexOf('/') + 1);
                    work.remove(id);
                    object.map(o -> o.get("host"))
                            .filter(h -> h.asText().equals(host))
                            .ifPresent(h -> work.add(id));
                }
            });
        }
        return work;
    }
}
