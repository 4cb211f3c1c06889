package io.edog.rest.internal.resource;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.view.TableViews;
import io.edog.rest.internal.body.TablesView;
import io.edog.rest.internal.body.TablesView.TableView;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The tables of the first edog, for scripts that know them. */
@Path("/tables")
@Tag(name = "tables")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
public final class TablesResource implements RestResource {
    private final Calls calls;

    public TablesResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "getTables", summary = "Show all tables of the first edog, as JSON or XML")
    @ApiResponse(
            responseCode = "200",
            description = "The tables",
            content = @Content(schema = @Schema(implementation = TablesView.class)))
    public CompletionStage<Response> all(@Context Caller caller) {
        return calls.read(caller, view -> Response.ok(TablesView.of(view)));
    }

    @GET
    @Path("{table}")
    @Operation(operationId = "getTable", summary = "Show one table of the first edog, as JSON or XML")
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = TableView.class)))
    public CompletionStage<Response> one(@Context Caller caller, @PathParam("table") String table) {
        if (!TableViews.names().contains(table)) {
            throw new ProblemException(unknown());
        }
        return calls.read(caller, view -> Response.ok(TableView.of(table, view)));
    }

    private static Problem unknown() {
        return new Problem(
                "not-found",
                "Not found",
                404,
                "There is no such table.",
                Optional.of("table"),
                Optional.of("There are " + String.join(", ", TableViews.names()) + "."));
    }
}
