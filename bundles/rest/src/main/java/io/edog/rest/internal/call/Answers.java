package io.edog.rest.internal.call;

import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Result;
import io.edog.api.view.TaskView;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;

/** The replies to commands. */
public final class Answers {
    /** What all paths begin with. */
    public static final String BASE = "/api/v1/";

    private Answers() {}

    /** 202 with the task, at the address of what was made. */
    public static BiFunction<Result.Accepted, ClusterView, ResponseBuilder> created(String collection) {
        return (accepted, view) -> task(accepted, view)
                .header(
                        HttpHeaders.LOCATION,
                        BASE + collection + "/" + accepted.reply().subject());
    }

    /** 202 with the task, at its own address; 204 when the work is done already. */
    public static ResponseBuilder started(Result.Accepted accepted, ClusterView view) {
        Optional<String> id = accepted.reply().task();
        return id.isEmpty()
                ? Response.noContent()
                : task(accepted, view).header(HttpHeaders.LOCATION, BASE + "tasks/" + id.get());
    }

    private static ResponseBuilder task(Result.Accepted accepted, ClusterView view) {
        String id = accepted.reply().task().orElse("");
        TaskView shown = view.find(Task.class, id)
                .map(TaskView::of)
                .orElseGet(() -> forgotten(id, accepted.reply().subject()));
        return Response.accepted(shown);
    }

    /** A command repeated under its key so late that its task is gone: it had finished, one way or the other. */
    private static TaskView forgotten(String id, String subject) {
        return new TaskView(
                id,
                "",
                subject,
                TaskState.SUCCEEDED,
                100,
                "It was accepted earlier; its task is no longer kept.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
