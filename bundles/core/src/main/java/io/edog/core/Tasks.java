package io.edog.core;

import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.service.Problem;
import java.time.Instant;
import java.util.Optional;

/** What becomes of tasks while other objects change. */
public final class Tasks {
    private Tasks() {}

    /** Ends an open task well. */
    public static void succeed(Draft draft, Optional<String> id, String message, Instant now) {
        open(draft, id).ifPresent(t -> draft.put(t.finish(TaskState.SUCCEEDED, message, Optional.empty(), now)));
    }

    /** Ends an open task badly. */
    public static void fail(Draft draft, Optional<String> id, Problem why, Instant now) {
        open(draft, id).ifPresent(t -> draft.put(t.finish(TaskState.FAILED, why.detail(), Optional.of(why), now)));
    }

    /** Ends an open task because someone no longer wants it. */
    public static void cancel(Draft draft, Optional<String> id, String message, Instant now) {
        open(draft, id).ifPresent(t -> draft.put(t.finish(TaskState.CANCELLED, message, Optional.empty(), now)));
    }

    /** Says what an open task does or waits for; writes nothing when that is known already. */
    public static void say(Draft draft, Optional<String> id, String message, int percent, Instant now) {
        open(draft, id)
                .filter(t -> !t.message().equals(message) || t.progress() != percent)
                .ifPresent(t -> draft.put(t.message(message, percent, now)));
    }

    /** The task, if it is there and not finished. */
    public static Optional<Task> open(Draft draft, Optional<String> id) {
        return id.flatMap(i -> draft.state().find(Task.class, i))
                .filter(t -> !t.state().finished());
    }
}
