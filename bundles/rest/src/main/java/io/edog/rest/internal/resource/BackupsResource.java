package io.edog.rest.internal.resource;

import io.edog.api.export.Backups;
import io.edog.api.view.BackupView;
import io.edog.api.view.BackupsView;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.body.NothingBody;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Backups of the whole state, on the disk of the manager that is asked. */
@Path("/backups")
@Tag(name = "cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class BackupsResource implements RestResource {
    private final Calls calls;
    private final Backends backends;

    public BackupsResource(Calls calls, Backends backends) {
        this.calls = calls;
        this.backends = backends;
    }

    @GET
    @Operation(operationId = "listBackups", summary = "List this manager's backups, as an administrator")
    @ApiResponse(
            responseCode = "200",
            description = "All of them, the newest first",
            content = @Content(schema = @Schema(implementation = BackupsView.class)))
    public CompletionStage<Response> list(@Context Caller caller) {
        return calls.read(caller, view -> {
            Backups backups = backends.backups();
            return Response.ok(BackupsView.of(backups.list(caller.principal()), backups.trouble()));
        });
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "takeBackup",
            summary = "Take a backup now, as an administrator",
            description =
                    "It is restored on trial before this answers. If that takes longer than a request may, it goes on; the list"
                            + " shows it when it is done.")
    @ApiResponse(
            responseCode = "201",
            description = "The backup",
            content = @Content(schema = @Schema(implementation = BackupView.class)))
    public CompletionStage<Response> take(@Context Caller caller, NothingBody body) {
        return calls.answer(
                backends.backups().take(caller.principal()),
                backup -> Response.status(Response.Status.CREATED)
                        .entity(BackupView.of(backup))
                        .build());
    }
}
