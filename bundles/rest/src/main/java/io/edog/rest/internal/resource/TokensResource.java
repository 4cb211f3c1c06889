package io.edog.rest.internal.resource;

import io.edog.api.command.AccountCommand.CloseSession;
import io.edog.api.model.Session;
import io.edog.api.service.ClusterView;
import io.edog.api.view.SessionView;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.body.Given;
import io.edog.rest.internal.body.TokenBody;
import io.edog.rest.internal.body.TokenView;
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
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Named tokens, for scripts. */
@Path("/tokens")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokensResource implements RestResource {
    private final Calls calls;
    private final Backends backends;
    private final Lister<Session, SessionView> lister =
            new Lister<>(SessionView.class, (session, view) -> SessionView.of(session), SessionView::id);

    public TokensResource(Calls calls, Backends backends) {
        this.calls = calls;
        this.backends = backends;
    }

    @GET
    @Operation(operationId = "listTokens", summary = "List named tokens, without their secrets")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "SessionList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(named(view), view, params)));
    }

    @POST
    @Operation(operationId = "createToken", summary = "Make a token that speaks for its maker")
    @ApiResponse(
            responseCode = "201",
            description = "The token; it is shown this once",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public CompletionStage<Response> create(@Context Caller caller, TokenBody body) {
        String name = Given.required("name", body.name());
        return calls.answer(
                backends.accounts().createToken(caller.principal(), name, body.expiresAt()),
                made -> Response.status(Response.Status.CREATED)
                        .entity(TokenView.of(made))
                        .build());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteToken", summary = "End a token")
    @ApiResponse(responseCode = "204", description = "It is ended")
    public CompletionStage<Response> delete(@Context Caller caller, @PathParam("id") String id) {
        return calls.submit(
                caller, view -> new CloseSession(Lookups.subject(view, Session.class, id, caller)), Answers::started);
    }

    private static List<Session> named(ClusterView view) {
        return view.list(Session.class).stream()
                .filter(session -> !session.login())
                .toList();
    }
}
