package io.edog.shell.internal.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines of {@code name: value}, the values one below the other. */
public final class Details {

    private final Map<String, String> lines = new LinkedHashMap<>();

    public Details line(String name, Object value) {
        lines.put(name, value.toString());
        return this;
    }

    /** A line only if there is something to say. */
    public Details optional(String name, Optional<?> value) {
        value.map(Object::toString).filter(text -> !text.isEmpty()).ifPresent(text -> lines.put(name, text));
        return this;
    }

    @Override
    public String toString() {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        StringBuilder text = new StringBuilder();
        lines.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n")
                .append(name)
                .append(':')
                .append(" ".repeat(width - name.length() - 1))
                .append(value));
        return text.toString();
    }
}
