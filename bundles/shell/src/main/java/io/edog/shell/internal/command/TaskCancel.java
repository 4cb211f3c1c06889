package io.edog.shell.internal.command;

import io.edog.api.command.CancelTask;
import io.edog.api.model.Task;
import io.edog.api.view.TaskView;
import io.edog.api.view.Words;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.TaskCompleter;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:task-cancel}. */
@Service
@Command(scope = "edog", name = "task-cancel", description = "Stops waiting for, or trying, what a task stands for")
@Parsing(OptionsFirst.class)
public class TaskCancel extends EdogCommand {

    @Argument(name = "task", description = "Id of the task", required = true)
    @Completion(TaskCompleter.class)
    private String task;

    @Override
    protected void run(Call call) throws InterruptedException {
        String id = call.idOf(Task.class, task);
        call.submit(new CancelTask(id));
        Task after = call.find(Task.class, id);
        call.output().show(TaskView.of(after), "Task " + id + " is " + Words.of(after.state()) + ".");
    }
}
