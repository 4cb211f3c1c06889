package io.edog.rest.internal.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.edog.api.service.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, said in the caller's words: field, line, column. */
final class JsonErrors {
    private static final int LONGEST_QUOTE = 40;

    private JsonErrors() {}

    static Problem problem(JsonProcessingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (malformed(error)) {
            return malformed(error.getLocation());
        }
        return error instanceof JsonMappingException mapping ? wrongValue(mapping) : malformed(error.getLocation());
    }

    private static boolean malformed(@Nullable Throwable error) {
        if (error == null || error instanceof InputCoercionException) {
            return false;
        }
        return error instanceof StreamReadException || malformed(error.getCause());
    }

    private static Problem malformed(@Nullable JsonLocation at) {
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new Problem(
                "malformed-json",
                "Malformed JSON",
                400,
                "The body is not JSON: it breaks" + where + ".",
                java.util.Optional.of("body"),
                java.util.Optional.of("Check quotes, commas and brackets there; each name may occur once."));
    }

    private static Problem unknownField(UnrecognizedPropertyException error) {
        Collection<Object> known = error.getKnownPropertyIds();
        List<String> names = known == null
                ? List.of()
                : known.stream().map(Object::toString).sorted().toList();
        String near = NearWords.nearest(error.getPropertyName(), names)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
        String field = path(error);
        return new Problem(
                "unknown-field",
                "Unknown field",
                400,
                "There is no field '" + shorten(field) + "' here.",
                java.util.Optional.of(shorten(field)),
                java.util.Optional.of(near + "Known fields: " + String.join(", ", names) + "."));
    }

    private static Problem wrongValue(JsonMappingException error) {
        String field = path(error);
        if (field.isEmpty()) {
            return Problem.invalid("body", "The body is not a JSON object.", "Send one, with a field for each value.");
        }
        return Problem.invalid(field, "The value of '" + field + "' can't be used.", "Give " + wanted(error) + ".");
    }

    private static String wanted(JsonMappingException error) {
        Class<?> type = error instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        if (error instanceof InvalidFormatException && type != null && type.isEnum()) {
            return "one of " + words(type);
        }
        if (error.getCause() instanceof InputCoercionException) {
            return "a smaller whole number";
        }
        return type == null ? "another value" : JsonNames.of(type);
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException error) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : error.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
