package io.edog.rest.internal.resource;

import io.edog.api.command.AccountCommand.DeleteUser;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.model.User;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Roles;
import io.edog.api.view.UserView;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.body.CreateUserBody;
import io.edog.rest.internal.body.Given;
import io.edog.rest.internal.body.PasswordBody;
import io.edog.rest.internal.body.UpdateUserBody;
import io.edog.rest.internal.call.Answers;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.call.ListParams;
import io.edog.rest.internal.call.Lister;
import io.edog.rest.internal.call.Lookups;
import io.edog.rest.internal.http.Caller;
import io.edog.rest.internal.http.Headers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Who can log in. */
@Path("/users")
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource implements RestResource {
    private final Calls calls;
    private final Backends backends;
    private final Lister<User, UserView> lister =
            new Lister<>(UserView.class, (object, view) -> UserView.of(object), UserView::id);

    public UsersResource(Calls calls, Backends backends) {
        this.calls = calls;
        this.backends = backends;
    }

    @GET
    @Operation(operationId = "listUsers", summary = "List users")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "UserList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(User.class), view, params)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getUser", summary = "Show a user")
    @ApiResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> Response.ok(UserView.of(Lookups.find(view, User.class, id))));
    }

    @POST
    @Operation(operationId = "createUser", summary = "Create a user")
    @ApiResponse(
            responseCode = "201",
            description = "The user; Location is its address",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    public CompletionStage<Response> create(@Context Caller caller, CreateUserBody body) {
        String name = Given.required("name", body.name());
        String password = Given.required("password", body.password());
        Set<String> roles = body.roles().orElse(Set.of(Roles.USER));
        return calls.answer(
                backends.accounts().createUser(caller.principal(), name, password, roles, caller.key()),
                id -> created(backends.cluster().view(caller.principal()), id));
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "updateUser", summary = "Change a user's roles, lock or unlock it")
    @ApiResponse(
            responseCode = "200",
            description = "The changed user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    public CompletionStage<Response> update(@Context Caller caller, @PathParam("id") String id, UpdateUserBody body) {
        return calls.submit(
                caller,
                view -> new UpdateUser(
                        Lookups.subject(view, User.class, id, caller), Optional.empty(), body.roles(), body.locked()),
                (accepted, view) -> Response.ok(UserView.of(
                        Lookups.find(view, User.class, accepted.reply().subject()))));
    }

    @PUT
    @Path("{id}/password")
    @Operation(
            operationId = "setPassword",
            summary = "Set one's own password or, as an administrator, anyone's",
            description = "Ends the user's other sessions.")
    @ApiResponse(responseCode = "204", description = "It is set")
    public CompletionStage<Response> setPassword(
            @Context Caller caller, @PathParam("id") String id, PasswordBody body) {
        String password = Given.required("password", body.password());
        return calls.answer(
                backends.accounts().setPassword(caller.principal(), id, password),
                done -> Response.noContent().build());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteUser", summary = "Delete a user who owns nothing")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public CompletionStage<Response> delete(@Context Caller caller, @PathParam("id") String id) {
        return calls.submit(
                caller, view -> new DeleteUser(Lookups.subject(view, User.class, id, caller)), Answers::started);
    }

    private static Response created(ClusterView view, String id) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Answers.BASE + "users/" + id)
                .header(Headers.INDEX, view.index().toString())
                .entity(UserView.of(Lookups.find(view, User.class, id)))
                .build();
    }
}
