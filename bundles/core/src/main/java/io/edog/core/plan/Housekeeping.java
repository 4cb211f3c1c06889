package io.edog.core.plan;

import io.edog.api.model.Outcome;
import io.edog.api.model.Resource;
import io.edog.api.model.Session;
import io.edog.api.model.Task;
import java.util.List;
import java.util.stream.Stream;

/** Forgets what has served its time: finished tasks, expired sessions, old idempotency keys. */
final class Housekeeping {
    /** At most this many at a time, so that a change set stays small; the next sweep goes on. */
    private static final int BATCH = 500;

    private Housekeeping() {}

    static void plan(PlanContext context) {
        expired(context).limit(BATCH).toList().forEach(context.draft::remove);
    }

    private static Stream<Resource> expired(PlanContext context) {
        var oldTask = context.now.minus(context.settings.taskRetention());
        var oldOutcome = context.now.minus(context.settings.outcomeRetention());
        List<Task> tasks = context.draft.state().list(Task.class);
        List<Session> sessions = context.draft.state().list(Session.class);
        List<Outcome> outcomes = context.draft.state().list(Outcome.class);
        return Stream.of(
                        tasks.stream()
                                .filter(t ->
                                        t.state().finished() && t.updatedAt().isBefore(oldTask)),
                        sessions.stream().filter(s -> s.expiresAt().isBefore(context.now)),
                        outcomes.stream().filter(o -> o.at().isBefore(oldOutcome)))
                .flatMap(s -> s);
    }
}
