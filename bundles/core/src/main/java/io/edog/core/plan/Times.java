package io.edog.core.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as people read them in reasons. */
final class Times {
    private Times() {}

    static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String span(Duration span) {
        return span.isZero() ? "at once" : "in " + Math.max(1, span.toSeconds()) + " s";
    }
}
