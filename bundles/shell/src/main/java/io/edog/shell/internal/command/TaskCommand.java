package io.edog.shell.internal.command;

import io.edog.api.command.Command;
import io.edog.api.model.Resource;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import io.edog.api.view.TaskView;
import io.edog.api.view.Views;
import io.edog.api.view.Words;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Option;
import org.jspecify.annotations.Nullable;

/** A command whose work goes on after it was accepted, as a task. */
public abstract class TaskCommand extends EdogCommand {

    @Option(name = "--no-wait", description = "Return as soon as the command is accepted, and print its task")
    private boolean noWait;

    @Option(name = "--timeout", description = "Wait for the task at most this many seconds; it goes on after that")
    private @Nullable Integer timeout;

    /**
     * Submits a command, waits for its task, and shows the end.
     *
     * @param type what kind of object the command is about
     * @param done what to say at its success, given the object's id
     */
    protected final void carryOut(
            Call call, Command command, Class<? extends Resource> type, Function<String, String> done)
            throws InterruptedException {
        Duration limit = limit(call);
        Result.Accepted accepted = call.submit(command);
        Optional<String> task = accepted.reply().task();
        if (task.isEmpty()) {
            showObject(call, type, accepted.reply().subject(), done);
        } else if (noWait) {
            Task open = call.find(Task.class, task.get());
            call.output().show(TaskView.of(open), "Task " + open.id() + " (" + open.kind() + ") goes on.");
        } else {
            showEnd(call, call.awaitTask(task.get(), limit), done);
        }
    }

    private static void showObject(
            Call call, Class<? extends Resource> type, String id, Function<String, String> done) {
        ClusterView view = call.view();
        if (!call.output().json()) {
            call.output().text(done.apply(id));
            return;
        }
        view.find(type, id).ifPresent(object -> call.output().json(Views.of(object, view)));
    }

    private static void showEnd(Call call, Task task, Function<String, String> done) {
        if (task.state() == TaskState.SUCCEEDED) {
            call.output().show(TaskView.of(task), done.apply(task.subject()));
            return;
        }
        if (call.output().json()) {
            call.output().json(TaskView.of(task));
        }
        throw Failure.ofTask(task.problem().orElseGet(() -> cancelled(task)));
    }

    private static Problem cancelled(Task task) {
        String detail = "The task " + task.id() + " (" + task.kind() + ") is " + Words.of(task.state()) + ".";
        return Problem.failed("task-" + Words.of(task.state()), detail, "Look at it with edog:task-show.");
    }

    private Duration limit(Call call) {
        if (timeout == null) {
            return call.edge().limits().task();
        }
        if (timeout < 1) {
            throw Failure.usage("--timeout", "A wait takes at least one second.", "Use --no-wait not to wait at all.");
        }
        return Duration.ofSeconds(timeout);
    }
}
