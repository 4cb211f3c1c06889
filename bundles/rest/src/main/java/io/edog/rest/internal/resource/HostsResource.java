package io.edog.rest.internal.resource;

import io.edog.api.command.ClusterCommand.RemoveHost;
import io.edog.api.model.Host;
import io.edog.api.view.HostView;
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
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The machines that run guests. */
@Path("/hosts")
@Tag(name = "hosts")
@Produces(MediaType.APPLICATION_JSON)
public final class HostsResource implements RestResource {
    private final Calls calls;
    private final Lister<Host, HostView> lister = new Lister<>(HostView.class, HostView::of, HostView::id);

    public HostsResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "listHosts", summary = "List hosts")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "HostList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(Host.class), view, params)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getHost", summary = "Show a host")
    @ApiResponse(
            responseCode = "200",
            description = "The host",
            content = @Content(schema = @Schema(implementation = HostView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> Response.ok(HostView.of(Lookups.find(view, Host.class, id), view)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteHost",
            summary = "Take a host that is gone for good, and on which no VM may run, off the list of hosts")
    @ApiResponse(responseCode = "204", description = "It is no host any more; its agent may tell of it anew")
    public CompletionStage<Response> delete(@Context Caller caller, @PathParam("id") String id) {
        return calls.submit(
                caller, view -> new RemoveHost(Lookups.subject(view, Host.class, id, caller)), Answers::started);
    }
}
