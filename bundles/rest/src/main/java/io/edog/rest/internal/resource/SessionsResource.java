package io.edog.rest.internal.resource;

import io.edog.rest.internal.Backends;
import io.edog.rest.internal.body.Given;
import io.edog.rest.internal.body.LoginBody;
import io.edog.rest.internal.body.LoginView;
import io.edog.rest.internal.body.WhoView;
import io.edog.rest.internal.call.Answers;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Logging in and out. */
@Path("/sessions")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionsResource implements RestResource {
    private final Calls calls;
    private final Backends backends;

    public SessionsResource(Calls calls, Backends backends) {
        this.calls = calls;
        this.backends = backends;
    }

    @POST
    @Operation(operationId = "logIn", summary = "Log in; needs no token, and gives one")
    @ApiResponse(
            responseCode = "201",
            description = "The session; send its token as 'Authorization: Bearer …'",
            content = @Content(schema = @Schema(implementation = LoginView.class)))
    public CompletionStage<Response> logIn(LoginBody body) {
        String user = Given.required("user", body.user());
        String password = Given.required("password", body.password());
        return calls.answer(
                backends.accounts().login(user, password),
                login -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, Answers.BASE + "sessions/current")
                        .entity(LoginView.of(login))
                        .build());
    }

    @GET
    @Path("current")
    @Operation(operationId = "whoAmI", summary = "Tell who the token stands for")
    @ApiResponse(
            responseCode = "200",
            description = "The user and its roles",
            content = @Content(schema = @Schema(implementation = WhoView.class)))
    public CompletionStage<Response> current(@Context Caller caller) {
        return calls.read(caller, view -> Response.ok(WhoView.of(caller.principal(), view)));
    }

    @DELETE
    @Path("current")
    @Operation(operationId = "logOut", summary = "Log out: end the session or token of this request")
    @ApiResponse(responseCode = "204", description = "It is ended")
    public CompletionStage<Response> logOut(@Context Caller caller) {
        return calls.answer(
                backends.accounts().logout(caller.principal()),
                done -> Response.noContent().build());
    }
}
