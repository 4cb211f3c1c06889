package io.edog.store.internal;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what lies behind an exception. */
final class Causes {
    private static final int MOST = 20;

    private Causes() {}

    /** Marks the thread as interrupted again if an interrupt lies behind the exception: libraries swallow the mark. */
    static void keepInterrupt(Throwable problem) {
        if (chain(problem).anyMatch(InterruptedException.class::isInstance)) {
            Thread.currentThread().interrupt();
        }
    }

    /** What databases said by their codes. */
    static Stream<String> sqlStates(Throwable problem) {
        return chain(problem)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()));
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).limit(MOST);
    }

    /** The first line of the message of the deepest cause, or its class if it has none. */
    static String deepest(Throwable problem) {
        Throwable deepest = chain(problem).reduce(problem, (outer, inner) -> inner);
        String message = deepest.getMessage();
        return message == null || message.isBlank()
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
