package io.edog.rest.internal.call;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders records by one of their fields; what is absent comes first. */
final class SortKeys<V extends Record> {
    private static final Set<Class<?>> SORTABLE = Set.of(
            String.class, Instant.class, int.class, long.class, boolean.class, OptionalInt.class, OptionalLong.class);

    private final List<RecordComponent> fields;

    SortKeys(Class<V> type) {
        this.fields = Arrays.stream(type.getRecordComponents())
                .filter(SortKeys::sortable)
                .toList();
    }

    private static boolean sortable(RecordComponent field) {
        return SORTABLE.contains(field.getType())
                || field.getType().isEnum()
                || field.getGenericType().getTypeName().equals("java.util.Optional<java.lang.String>");
    }

    /** A comparator by a field; a 400 problem at {@code sort} when there is no such field. */
    Comparator<V> by(String name) {
        RecordComponent field = fields.stream()
                .filter(f -> f.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unknown()));
        return Comparator.comparing(
                value -> key(field, value), Comparator.nullsFirst(Comparator.<Comparable<Object>>naturalOrder()));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // absent keys are null, for nullsFirst
    private static Comparable<Object> key(RecordComponent field, Record value) {
        return (Comparable<Object>) present(read(field, value));
    }

    @SuppressWarnings("NullAway")
    private static Object present(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        } else if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Object read(RecordComponent field, Record value) {
        try {
            return field.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's own accessor can be called", e);
        }
    }

    private Problem unknown() {
        return Problem.invalid(
                "sort",
                "It can't be sorted by this.",
                "Sort by one of "
                        + fields.stream().map(RecordComponent::getName).collect(Collectors.joining(", "))
                        + "; with '-' before it, descending.");
    }
}
