package io.edog.rest.internal.resource;

import io.edog.api.service.ClusterStatus;
import io.edog.api.view.ClusterStatusView;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Where this node stands. */
@Path("/cluster")
@Tag(name = "cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class ClusterResource implements RestResource {
    private final Calls calls;
    private final Backends backends;

    public ClusterResource(Calls calls, Backends backends) {
        this.calls = calls;
        this.backends = backends;
    }

    @GET
    @Operation(operationId = "getCluster", summary = "Tell where this node stands, and with which features")
    @ApiResponse(
            responseCode = "200",
            description = "Its place in the cluster",
            content = @Content(schema = @Schema(implementation = ClusterStatusView.class)))
    public CompletionStage<Response> get(@Context Caller caller) {
        return calls.read(caller, view -> {
            ClusterStatus status = backends.cluster().status();
            return Response.ok(ClusterStatusView.of(status, backends.features().versions()));
        });
    }
}
