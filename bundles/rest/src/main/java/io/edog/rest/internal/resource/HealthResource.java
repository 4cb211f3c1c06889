package io.edog.rest.internal.resource;

import io.edog.rest.internal.Backends;
import io.edog.rest.internal.body.HealthView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Whether this node can be used. */
@Path("/health")
@Tag(name = "cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource implements RestResource {
    private final Backends backends;

    public HealthResource(Backends backends) {
        this.backends = backends;
    }

    @GET
    @Operation(operationId = "health", summary = "Tell whether this node can be used; needs no log-in")
    @ApiResponse(
            responseCode = "200",
            description = "It serves as far as its features let it",
            content = @Content(schema = @Schema(implementation = HealthView.class)))
    @ApiResponse(
            responseCode = "503",
            description = "It does not serve now",
            content = @Content(schema = @Schema(implementation = HealthView.class)))
    public Response health() {
        Health health = Health.of(backends);
        return Response.status(health.serves() ? 200 : 503)
                .entity(health.view())
                .build();
    }
}
