package io.edog.rest.internal.http;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What people call the types of JSON. */
final class JsonNames {
    private JsonNames() {}

    static String of(Class<?> type) {
        if (type == String.class) {
            return "a text in quotes";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type)
                || type.isPrimitive()
                || type == OptionalInt.class
                || type == OptionalLong.class) {
            return "a whole number";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list in [ ]" : "an object in { }";
    }
}
