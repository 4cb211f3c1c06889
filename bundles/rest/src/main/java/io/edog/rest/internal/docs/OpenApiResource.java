package io.edog.rest.internal.docs;

import io.edog.rest.internal.resource.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The description of the API, made when first asked for. */
@Path("/openapi.json")
@Tag(name = "cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource implements RestResource {
    private final Set<Class<?>> resources;
    private final String version;
    private volatile @Nullable String document;

    public OpenApiResource(Set<Class<?>> resources, String version) {
        this.resources = Set.copyOf(resources);
        this.version = version;
    }

    @GET
    @Operation(operationId = "openApi", summary = "Describe this API; needs no log-in")
    @ApiResponse(responseCode = "200", description = "An OpenAPI document")
    public String get() {
        String known = document;
        return known == null ? make() : known;
    }

    private synchronized String make() {
        String known = document;
        if (known == null) {
            known = ApiDocument.json(resources, version);
            document = known;
        }
        return known;
    }
}
