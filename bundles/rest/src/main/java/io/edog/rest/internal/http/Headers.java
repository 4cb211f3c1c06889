package io.edog.rest.internal.http;

import io.edog.api.journal.Index;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The headers the API reads and sets. */
public final class Headers {
    public static final String INDEX = "Edog-Index";
    public static final String MIN_INDEX = "Edog-Min-Index";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String LAST_EVENT_ID = "Last-Event-ID";
    public static final String CHALLENGE = "Bearer realm=\"edog\"";

    private static final int LONGEST_KEY = 200;

    private Headers() {}

    /** What every answer of the API says to browsers and caches. */
    public static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /** An index in a header; a 400 problem at that header when it is none. */
    public static Optional<Index> index(String header, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        if (!value.matches("\\d{1,18}")) {
            throw new ProblemException(Problem.invalid(
                    header,
                    "The header " + header + " is not an index.",
                    "Send a number, as an earlier reply's " + INDEX + " had it."));
        }
        return Optional.of(new Index(Long.parseLong(value)));
    }

    /** An idempotency key; a 400 problem at that header when it can't be one. */
    public static Optional<String> key(@Nullable String value) {
        if (value != null && !value.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            throw new ProblemException(Problem.invalid(
                    IDEMPOTENCY_KEY,
                    "The header " + IDEMPOTENCY_KEY + " has " + value.length() + " characters or odd ones.",
                    "Send 1 to " + LONGEST_KEY + " printable ASCII characters without spaces, such as a UUID."));
        }
        return Optional.ofNullable(value);
    }
}
