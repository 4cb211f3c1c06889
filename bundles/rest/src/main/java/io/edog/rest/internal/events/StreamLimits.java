package io.edog.rest.internal.events;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many streams are open, in all and by user. Thread-safe. */
final class StreamLimits {
    private final int all;
    private final int perUser;
    private final Map<String, Integer> open = new HashMap<>();
    private int total;

    StreamLimits(int all, int perUser) {
        this.all = all;
        this.perUser = perUser;
    }

    /** Counts one more for a user; a 429 problem when that is one too many. */
    synchronized void enter(String user) {
        int own = open.getOrDefault(user, 0);
        if (total >= all || own >= perUser) {
            throw new ProblemException(new Problem(
                    "too-many-streams",
                    "Too many event streams",
                    429,
                    own >= perUser
                            ? "You have " + own + " event streams open."
                            : "There are " + total + " event streams open on this node.",
                    Optional.empty(),
                    Optional.of("Close one that is not needed, or try again later.")));
        }
        open.put(user, own + 1);
        total++;
    }

    synchronized void leave(String user) {
        open.computeIfPresent(user, (name, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        total--;
    }
}
