package io.edog.rest.internal.resource;

import io.edog.api.command.VmCommand.DeleteVm;
import io.edog.api.model.Vm;
import io.edog.api.model.Vm.DiskFate;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.api.view.TaskView;
import io.edog.api.view.VmView;
import io.edog.rest.internal.body.CreateVmBody;
import io.edog.rest.internal.body.UpdateVmBody;
import io.edog.rest.internal.call.Answers;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.call.ListParams;
import io.edog.rest.internal.call.Lister;
import io.edog.rest.internal.call.Lookups;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Virtual machines. */
@Path("/vms")
@Tag(name = "vms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VmsResource extends VmActions {
    private final Calls calls;
    private final Lister<Vm, VmView> lister = new Lister<>(VmView.class, VmView::of, VmView::id);

    public VmsResource(Calls calls) {
        super(calls);
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "listVms", summary = "List VMs")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "VmList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(Vm.class), view, params)));
    }

    @POST
    @Operation(operationId = "createVm", summary = "Create a VM from a template or an existing volume")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the VM",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> create(@Context Caller caller, CreateVmBody body) {
        return calls.submit(caller, view -> body.command(), Answers.created("vms"));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getVm", summary = "Show a VM")
    @ApiResponse(
            responseCode = "200",
            description = "The VM; ETag is its version",
            content = @Content(schema = @Schema(implementation = VmView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> shown(Lookups.find(view, Vm.class, id), view));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "updateVm",
            summary = "Change a VM's definition",
            description = "What can't change in a running guest is listed as pending, and holds from the next start.")
    @ApiResponse(
            responseCode = "200",
            description = "The changed VM",
            content = @Content(schema = @Schema(implementation = VmView.class)))
    public CompletionStage<Response> update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            UpdateVmBody body) {
        OptionalLong version = EntityTags.version(ifMatch);
        return calls.submit(
                caller,
                view -> body.command(
                        Lookups.subject(view, Vm.class, id, caller), () -> Lookups.find(view, Vm.class, id), version),
                VmsResource::updated);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteVm", summary = "Delete a stopped VM")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> delete(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("disks")
                    @Parameter(
                            description = "What becomes of its volumes",
                            schema =
                                    @Schema(
                                            allowableValues = {"keep", "delete"},
                                            defaultValue = "keep"))
                    @Nullable
                    String disks) {
        DiskFate fate = fate(disks);
        return calls.submit(
                caller, view -> new DeleteVm(Lookups.subject(view, Vm.class, id, caller), fate), Answers::started);
    }

    private static ResponseBuilder updated(Result.Accepted accepted, ClusterView view) {
        return shown(Lookups.find(view, Vm.class, accepted.reply().subject()), view);
    }

    private static ResponseBuilder shown(Vm vm, ClusterView view) {
        return Response.ok(VmView.of(vm, view)).header(HttpHeaders.ETAG, EntityTags.of(vm.version()));
    }

    private static DiskFate fate(@Nullable String word) {
        return switch (Optional.ofNullable(word).orElse("keep")) {
            case "keep" -> DiskFate.KEEP;
            case "delete" -> DiskFate.DELETE;
            default ->
                throw new ProblemException(Problem.invalid(
                        "disks", "The parameter 'disks' is neither keep nor delete.", "Say keep or delete."));
        };
    }
}
