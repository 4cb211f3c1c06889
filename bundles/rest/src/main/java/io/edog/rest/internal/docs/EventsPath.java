package io.edog.rest.internal.docs;

import io.edog.rest.internal.http.Headers;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/** The description of the event stream, which is a servlet of its own. */
final class EventsPath {
    private EventsPath() {}

    static void addTo(OpenAPI api) {
        Operation follow = new Operation()
                .operationId("followEvents")
                .addTagsItem("cluster")
                .summary("Follow what happens, as server-sent events")
                .description("Each event's id is its index; its name is such as vm.put or vm.removed; its data is "
                        + "{index, at, by, object}. A comment comes at least every 10 seconds.")
                .addParametersItem(new HeaderParameter()
                        .name(Headers.LAST_EVENT_ID)
                        .description("Resume after this index; without it, from now on")
                        .schema(new IntegerSchema().format("int64")))
                .responses(new ApiResponses()
                        .addApiResponse("200", events())
                        .addApiResponse("410", new ApiResponse().description("Older than what is kept")));
        api.path("/events", new PathItem().get(follow));
    }

    private static ApiResponse events() {
        return new ApiResponse()
                .description("A stream without an end")
                .content(new Content().addMediaType("text/event-stream", new MediaType().schema(new StringSchema())));
    }
}
