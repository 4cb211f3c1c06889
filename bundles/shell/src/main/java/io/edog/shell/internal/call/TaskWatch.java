package io.edog.shell.internal.call;

import io.edog.api.journal.Change;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.model.Kind;
import io.edog.api.model.Task;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import io.edog.api.service.EventListener;
import io.edog.shell.internal.Failure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Follows one task to its end. */
final class TaskWatch implements EventListener, AutoCloseable {

    private final String id;
    private final Call call;
    private final CompletableFuture<Task> end = new CompletableFuture<>();
    private String told = "";
    private @Nullable Subscription subscription;

    private TaskWatch(String id, Call call) {
        this.id = id;
        this.call = call;
    }

    static TaskWatch start(Call call, ClusterService cluster, String id) {
        TaskWatch watch = new TaskWatch(id, call);
        ClusterView view = cluster.view(call.principal());
        watch.seen(Lookup.find(view, Task.class, id));
        if (!watch.end.isDone()) {
            watch.subscription = cluster.follow(view.index(), call.principal(), watch);
        }
        return watch;
    }

    /** Completes with the finished task. */
    CompletableFuture<Task> end() {
        return end;
    }

    @Override
    public void events(Index index, List<Event> events) {
        events.forEach(event -> changed(event.change()));
    }

    private void changed(Change change) {
        if (change instanceof Change.Put put
                && put.object() instanceof Task task
                && task.id().equals(id)) {
            seen(task);
        }
        if (change instanceof Change.Removed gone
                && gone.kind() == Kind.TASK
                && gone.id().equals(id)) {
            ended("the task is gone");
        }
    }

    private synchronized void seen(Task task) {
        if (task.state().finished()) {
            end.complete(task);
            return;
        }
        String text = task.progress() + " % " + task.message();
        if (!text.equals(told) && call.person().present()) {
            call.output().progress(text);
        }
        told = text;
    }

    @Override
    public void ended(String reason) {
        end.completeExceptionally(Failure.away(
                "The task can't be followed any more: " + reason + ".", "Look at it with edog:task-show " + id + "."));
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
