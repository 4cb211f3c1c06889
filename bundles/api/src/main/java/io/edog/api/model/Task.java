package io.edog.api.model;

import io.edog.api.service.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that someone waits for.
 *
 * @param kind what is done, such as {@code vm.start}
 * @param subject id of the object it is done to
 * @param progress 0 to 100
 * @param message what it does or waits for now, in a sentence
 * @param problem why it failed, when it failed
 */
public record Task(
        String id,
        String tenant,
        String owner,
        String kind,
        String subject,
        TaskState state,
        int progress,
        String message,
        Optional<Problem> problem,
        Instant createdAt,
        Instant updatedAt)
        implements Resource {
    @Override
    public Kind resourceKind() {
        return Kind.TASK;
    }

    @Override
    public String name() {
        return id;
    }

    /** A copy that goes on, with a new message. */
    public Task message(String text, int percent, Instant now) {
        return new Task(id, tenant, owner, kind, subject, TaskState.RUNNING, percent, text, problem, createdAt, now);
    }

    /** A copy that is over. */
    public Task finish(TaskState end, String text, Optional<Problem> why, Instant now) {
        int percent = end == TaskState.SUCCEEDED ? 100 : progress;
        return new Task(id, tenant, owner, kind, subject, end, percent, text, why, createdAt, now);
    }
}
