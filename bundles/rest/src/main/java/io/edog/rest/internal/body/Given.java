package io.edog.rest.internal.body;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Fields that must be there. */
public final class Given {
    private Given() {}

    /** A field's value; a 400 problem at the field without one. */
    public static <T> T required(String field, Optional<T> value) {
        return value.orElseThrow(() -> missing(field));
    }

    /** A field's value; a 400 problem at the field without one. */
    public static int required(String field, OptionalInt value) {
        return value.orElseThrow(() -> missing(field));
    }

    /** A field's value; a 400 problem at the field without one. */
    public static long required(String field, OptionalLong value) {
        return value.orElseThrow(() -> missing(field));
    }

    private static ProblemException missing(String field) {
        return new ProblemException(
                Problem.invalid(field, "The field '" + field + "' is missing.", "Give it; see /api/docs/."));
    }
}
