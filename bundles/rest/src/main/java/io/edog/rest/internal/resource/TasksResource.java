package io.edog.rest.internal.resource;

import io.edog.api.command.CancelTask;
import io.edog.api.model.Task;
import io.edog.api.view.TaskView;
import io.edog.rest.internal.body.NothingBody;
import io.edog.rest.internal.call.Answers;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.call.ListParams;
import io.edog.rest.internal.call.Lister;
import io.edog.rest.internal.call.Lookups;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Work that someone waits for. */
@Path("/tasks")
@Tag(name = "tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TasksResource implements RestResource {
    private final Calls calls;
    private final Lister<Task, TaskView> lister =
            new Lister<>(TaskView.class, (object, view) -> TaskView.of(object), TaskView::id);

    public TasksResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "listTasks", summary = "List tasks")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "TaskList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(Task.class), view, params)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTask", summary = "Show a task")
    @ApiResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> Response.ok(TaskView.of(Lookups.find(view, Task.class, id))));
    }

    @POST
    @Path("{id}/cancel")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(operationId = "cancelTask", summary = "Call a task off, while no host works on it")
    @ApiResponse(
            responseCode = "202",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> cancel(@Context Caller caller, @PathParam("id") String id, NothingBody body) {
        return calls.submit(
                caller, view -> new CancelTask(Lookups.subject(view, Task.class, id, caller)), Answers::started);
    }
}
