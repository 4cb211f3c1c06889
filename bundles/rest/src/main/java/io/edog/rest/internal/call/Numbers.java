package io.edog.rest.internal.call;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import org.jspecify.annotations.Nullable;

/** Numbers in query parameters. */
public final class Numbers {
    private Numbers() {}

    /** A whole number in a range, the default when there is none; a 400 problem at the field otherwise. */
    public static long of(String field, @Nullable String text, long min, long max, long defaultValue) {
        if (text == null) {
            return defaultValue;
        }
        long value = text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MIN_VALUE;
        if (value < min || value > max) {
            throw new ProblemException(Problem.invalid(
                    field,
                    "The parameter '" + field + "' is out of range or no number.",
                    "Give a whole number from " + min + " to " + max + "."));
        }
        return value;
    }
}
