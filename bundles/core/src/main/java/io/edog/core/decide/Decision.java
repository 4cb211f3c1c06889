package io.edog.core.decide;

import io.edog.api.journal.Change;
import io.edog.api.model.Reply;
import io.edog.api.service.Problem;
import java.util.List;

/** What a command leads to. */
public sealed interface Decision {

    /** These changes, and this answer once they are durable. */
    record Accepted(List<Change> changes, Reply reply) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing, and this is why. */
    record Rejected(Problem problem) implements Decision {}
}
