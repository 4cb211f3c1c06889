package io.edog.rest.internal.resource;

import io.edog.api.command.ClusterCommand.FinalizeUpgrade;
import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.view.ClusterStatusView;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.body.NothingBody;
import io.edog.rest.internal.call.Answers;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Where this node stands, and what administrators do to the cluster itself. */
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

    @POST
    @Path("handover")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "handOverLeadership",
            summary = "Have the leader give the leadership to another manager",
            description = "Requests that are under way are decided by the next leader.")
    @ApiResponse(responseCode = "204", description = "It is given away")
    public CompletionStage<Response> handOver(@Context Caller caller, NothingBody body) {
        return calls.submit(caller, view -> new HandOver(), Answers::started);
    }

    @POST
    @Path("finalize-upgrade")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "finalizeUpgrade",
            summary = "Write the newest format from now on",
            description =
                    "After it no manager can go back to the version before. Refused while a live manager still runs that.")
    @ApiResponse(responseCode = "204", description = "It holds from now on")
    public CompletionStage<Response> finalizeUpgrade(@Context Caller caller, NothingBody body) {
        return calls.submit(caller, view -> new FinalizeUpgrade(), Answers::started);
    }

    @DELETE
    @Path("members/{node}")
    @Operation(operationId = "removeManager", summary = "Take a manager that is gone for good off the list of members")
    @ApiResponse(responseCode = "204", description = "It is no member any more")
    public CompletionStage<Response> remove(
            @Context Caller caller,
            @PathParam("node") String node,
            @QueryParam("force")
                    @Parameter(
                            description = "Also if it is still live",
                            schema =
                                    @Schema(
                                            allowableValues = {"true", "false"},
                                            defaultValue = "false"))
                    @Nullable
                    String force) {
        boolean forced = forced(Optional.ofNullable(force));
        return calls.submit(caller, view -> new RemoveManager(node, forced), Answers::started);
    }

    private static boolean forced(Optional<String> force) {
        if (force.filter(word -> !word.equals("true") && !word.equals("false")).isPresent()) {
            throw new ProblemException(Problem.invalid(
                    "force", "'" + force.get() + "' is neither true nor false.", "Give true or false."));
        }
        return force.filter("true"::equals).isPresent();
    }
}
