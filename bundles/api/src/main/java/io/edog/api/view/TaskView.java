package io.edog.api.view;

import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.service.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that someone waits for.
 *
 * @param kind what is done, such as {@code vm.start}
 * @param subject id of the object it is done to
 * @param progress 0 to 100
 * @param problem why it failed, when it failed
 * @param createdAt when it was accepted; absent of one that is no longer kept
 * @param updatedAt when it last changed; absent of one that is no longer kept
 */
public record TaskView(
        String id,
        String kind,
        String subject,
        TaskState state,
        int progress,
        String message,
        Optional<Problem> problem,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt) {

    /** A task as people see it. */
    public static TaskView of(Task task) {
        return new TaskView(
                task.id(),
                task.kind(),
                task.subject(),
                task.state(),
                task.progress(),
                task.message(),
                task.problem(),
                Optional.of(task.createdAt()),
                Optional.of(task.updatedAt()));
    }
}
