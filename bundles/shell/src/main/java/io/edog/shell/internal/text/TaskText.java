package io.edog.shell.internal.text;

import io.edog.api.model.Task;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.view.Words;
import java.time.Instant;
import java.util.List;

/** Tasks for people. */
public final class TaskText {

    private TaskText() {}

    public static Table table(List<Task> tasks, ClusterView view) {
        Table table = new Table()
                .column("Id", 8)
                .column("Kind", 15)
                .column("Subject", 16)
                .column("State", 9)
                .number("%", 3)
                .column("Age", 6)
                .sentence("Message", 25)
                .whenEmpty("There are no tasks.");
        Instant now = Instant.now();
        tasks.forEach(task -> table.row(
                Ids.brief(task.id()),
                task.kind(),
                Ids.subject(task, view),
                Words.of(task.state()),
                task.progress(),
                Amounts.ago(task.createdAt(), now),
                message(task)));
        return table;
    }

    public static String details(Task task, ClusterView view) {
        return new Details()
                .line("id", task.id())
                .line("kind", task.kind())
                .line("subject", Ids.subject(task, view) + " (" + task.subject() + ")")
                .line("state", Words.of(task.state()))
                .line("progress", task.progress() + " %")
                .line("message", task.message())
                .optional("problem", task.problem().map(Problem::detail))
                .optional("cure", task.problem().flatMap(Problem::cure))
                .line("created", task.createdAt())
                .line("updated", task.updatedAt())
                .toString();
    }

    private static String message(Task task) {
        return task.problem().map(Problem::detail).orElse(task.message());
    }
}
