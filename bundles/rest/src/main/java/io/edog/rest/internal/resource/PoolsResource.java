package io.edog.rest.internal.resource;

import io.edog.api.model.Pool;
import io.edog.api.view.PoolView;
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
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The places for volumes. */
@Path("/pools")
@Tag(name = "pools")
@Produces(MediaType.APPLICATION_JSON)
public final class PoolsResource implements RestResource {
    private final Calls calls;
    private final Lister<Pool, PoolView> lister = new Lister<>(PoolView.class, PoolView::of, PoolView::id);

    public PoolsResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "listPools", summary = "List pools")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "PoolList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(Pool.class), view, params)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPool", summary = "Show a pool")
    @ApiResponse(
            responseCode = "200",
            description = "The pool",
            content = @Content(schema = @Schema(implementation = PoolView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> Response.ok(PoolView.of(Lookups.find(view, Pool.class, id), view)));
    }
}
