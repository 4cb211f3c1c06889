package io.edog.shell.internal.command;

import io.edog.api.model.Task;
import io.edog.api.view.TaskView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.TaskCompleter;
import io.edog.shell.internal.text.TaskText;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:task-show}. */
@Service
@Command(scope = "edog", name = "task-show", description = "Shows how far one task is, or why it failed")
@Parsing(OptionsFirst.class)
public class TaskShow extends EdogCommand {

    @Argument(name = "task", description = "Id of the task", required = true)
    @Completion(TaskCompleter.class)
    private String task;

    @Override
    protected void run(Call call) {
        Task found = call.find(Task.class, task);
        call.output().show(TaskView.of(found), TaskText.details(found, call.view()));
    }
}
