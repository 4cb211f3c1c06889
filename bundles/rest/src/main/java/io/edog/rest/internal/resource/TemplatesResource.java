package io.edog.rest.internal.resource;

import io.edog.api.command.StorageCommand.DeleteTemplate;
import io.edog.api.model.Template;
import io.edog.api.view.TaskView;
import io.edog.api.view.TemplateView;
import io.edog.rest.internal.body.ImportTemplateBody;
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

/** The images that VMs are made from. */
@Path("/templates")
@Tag(name = "templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TemplatesResource implements RestResource {
    private final Calls calls;
    private final Lister<Template, TemplateView> lister =
            new Lister<>(TemplateView.class, (object, view) -> TemplateView.of(object), TemplateView::id);

    public TemplatesResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "listTemplates", summary = "List templates")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(ref = "TemplateList")))
    public CompletionStage<Response> list(@Context Caller caller, @BeanParam ListParams params) {
        return calls.read(caller, view -> Response.ok(lister.page(view.list(Template.class), view, params)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTemplate", summary = "Show a template")
    @ApiResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public CompletionStage<Response> get(@Context Caller caller, @PathParam("id") String id) {
        return calls.read(caller, view -> Response.ok(TemplateView.of(Lookups.find(view, Template.class, id))));
    }

    @POST
    @Operation(operationId = "importTemplate", summary = "Make a template of an image file")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the template",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> importTemplate(@Context Caller caller, ImportTemplateBody body) {
        return calls.submit(caller, view -> body.command(), Answers.created("templates"));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteTemplate", summary = "Remove a template that nothing was cloned from")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; Location is the task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public CompletionStage<Response> delete(@Context Caller caller, @PathParam("id") String id) {
        return calls.submit(
                caller,
                view -> new DeleteTemplate(Lookups.subject(view, Template.class, id, caller)),
                Answers::started);
    }
}
