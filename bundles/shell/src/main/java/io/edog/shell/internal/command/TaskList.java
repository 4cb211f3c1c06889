package io.edog.shell.internal.command;

import io.edog.api.model.Task;
import io.edog.api.service.ClusterView;
import io.edog.api.view.ListView;
import io.edog.api.view.TaskView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.TaskText;
import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:task-list}. */
@Service
@Command(scope = "edog", name = "task-list", description = "Lists tasks, the oldest first")
@Parsing(OptionsFirst.class)
public class TaskList extends EdogCommand {

    @Option(name = "--open", description = "Only those that are not over")
    private boolean open;

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        List<Task> tasks = view.list(Task.class).stream()
                .filter(task -> !open || !task.state().finished())
                .sorted(Comparator.comparing(Task::createdAt))
                .toList();
        ListView<TaskView> body =
                ListView.whole(tasks.stream().map(TaskView::of).toList());
        call.output().show(body, TaskText.table(tasks, view));
    }
}
