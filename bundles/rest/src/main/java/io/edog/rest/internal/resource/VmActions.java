package io.edog.rest.internal.resource;

import io.edog.api.command.Command;
import io.edog.api.command.VmCommand.PauseVm;
import io.edog.api.command.VmCommand.RebootVm;
import io.edog.api.command.VmCommand.ResetVm;
import io.edog.api.command.VmCommand.ResumeVm;
import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.command.VmCommand.StopVm;
import io.edog.api.model.Vm;
import io.edog.api.view.TaskView;
import io.edog.rest.internal.body.NothingBody;
import io.edog.rest.internal.body.StartBody;
import io.edog.rest.internal.body.StopBody;
import io.edog.rest.internal.call.Answers;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.call.Lookups;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What can be done to a virtual machine, below its own path. */
public abstract class VmActions implements RestResource {
    private final Calls calls;

    VmActions(Calls calls) {
        this.calls = calls;
    }

    @POST
    @Path("{id}/start")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(operationId = "startVm", summary = "Start a stopped VM")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> start(@Context Caller caller, @PathParam("id") String id, StartBody body) {
        return act(caller, id, vm -> new StartVm(vm, body.host()));
    }

    @POST
    @Path("{id}/stop")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "stopVm",
            summary = "Stop a VM",
            description = "Presses the power button, waits for the guest, then forces it; or forces it at once.")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> stop(@Context Caller caller, @PathParam("id") String id, StopBody body) {
        return act(
                caller,
                id,
                vm -> new StopVm(vm, body.graceSeconds(), body.force().orElse(false)));
    }

    @POST
    @Path("{id}/reboot")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(operationId = "rebootVm", summary = "Ask the guest to restart itself")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> reboot(@Context Caller caller, @PathParam("id") String id, NothingBody body) {
        return act(caller, id, RebootVm::new);
    }

    @POST
    @Path("{id}/reset")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(operationId = "resetVm", summary = "Reset the guest, as its reset button would")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> reset(@Context Caller caller, @PathParam("id") String id, NothingBody body) {
        return act(caller, id, ResetVm::new);
    }

    @POST
    @Path("{id}/pause")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(operationId = "pauseVm", summary = "Freeze a running guest")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> pause(@Context Caller caller, @PathParam("id") String id, NothingBody body) {
        return act(caller, id, PauseVm::new);
    }

    @POST
    @Path("{id}/resume")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(operationId = "resumeVm", summary = "Let a paused guest go on")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> resume(@Context Caller caller, @PathParam("id") String id, NothingBody body) {
        return act(caller, id, ResumeVm::new);
    }

    private CompletionStage<Response> act(Caller caller, String id, Function<String, Command> command) {
        return calls.submit(
                caller, view -> command.apply(Lookups.subject(view, Vm.class, id, caller)), Answers::started);
    }
}
