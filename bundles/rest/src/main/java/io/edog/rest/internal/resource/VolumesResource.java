package io.edog.rest.internal.resource;

import io.edog.api.command.StorageCommand.DeleteVolume;
import io.edog.api.model.Volume;
import io.edog.api.view.TaskView;
import io.edog.api.view.VolumeView;
import io.edog.rest.internal.body.CreateVolumeBody;
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
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Disk images. */
@Path("/volumes")
@Tag(name = "volumes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VolumesResource implements RestResource {
    private final Calls calls;
    private final Lister<Volume, VolumeView> lister =
            new Lister<>(VolumeView.class, (object, view) -> VolumeView.of(object), VolumeView::id);

    public VolumesResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "listVolumes", summary = "List volumes")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "VolumeList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(Volume.class), view, params)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getVolume", summary = "Show a volume")
    @ApiResponse(
            responseCode = "200",
            description = "The volume",
            content = @Content(schema = @Schema(implementation = VolumeView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> Response.ok(VolumeView.of(Lookups.find(view, Volume.class, id))));
    }

    @POST
    @Operation(operationId = "createVolume", summary = "Make an empty volume")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the volume",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> create(@Context Caller caller, CreateVolumeBody body) {
        return calls.submit(caller, view -> body.command(), Answers.created("volumes"));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteVolume", summary = "Remove a volume that no VM has")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> delete(@Context Caller caller, @PathParam("id") String id) {
        return calls.submit(
                caller, view -> new DeleteVolume(Lookups.subject(view, Volume.class, id, caller)), Answers::started);
    }
}
