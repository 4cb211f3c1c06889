package io.edog.manager.internal;

import io.edog.api.journal.Index;
import io.edog.api.service.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Commands that were accepted elsewhere and wait for this manager to apply them: their callers are to see what they did. */
final class Landing {
    private final List<Accepted> waiting = new ArrayList<>();

    private record Accepted(PendingCommand command, Result.Accepted result) {
        boolean settle(Index applied) {
            if (!applied.reached(result.index())) {
                return false;
            }
            command.decided(result);
            return true;
        }

        boolean expire(Instant now) {
            if (!command.deadline().isBefore(now)) {
                return false;
            }
            command.undecided("it is index " + result.index() + ", which this manager has not applied yet");
            return true;
        }
    }

    void add(PendingCommand command, Result.Accepted result) {
        waiting.add(new Accepted(command, result));
    }

    void settle(Index applied) {
        waiting.removeIf(accepted -> accepted.settle(applied));
    }

    void expire(Instant now) {
        waiting.removeIf(accepted -> accepted.expire(now));
    }

    int size() {
        return waiting.size();
    }
}
