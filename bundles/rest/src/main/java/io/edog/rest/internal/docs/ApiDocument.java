package io.edog.rest.internal.docs;

import io.edog.api.service.Problem;
import io.edog.api.view.HostView;
import io.edog.api.view.JournalEntryView;
import io.edog.api.view.PoolView;
import io.edog.api.view.SessionView;
import io.edog.api.view.TaskView;
import io.edog.api.view.TemplateView;
import io.edog.api.view.UserView;
import io.edog.api.view.VmView;
import io.edog.api.view.VolumeView;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The OpenAPI description, read off the resources' annotations and completed with what all operations share. */
final class ApiDocument {
    private static final String BEARER = "bearer";
    private static final Map<String, Class<?>> LISTS = new TreeMap<>(Map.of(
            "VmList", VmView.class,
            "HostList", HostView.class,
            "PoolList", PoolView.class,
            "TaskList", TaskView.class,
            "TemplateList", TemplateView.class,
            "VolumeList", VolumeView.class,
            "UserList", UserView.class,
            "SessionList", SessionView.class,
            "JournalEntryList", JournalEntryView.class));

    private ApiDocument() {}

    /** The description as JSON. Takes a second or so: keep it. */
    static String json(Set<Class<?>> resources, String version) {
        Schemas schemas = new Schemas();
        ModelConverters.getInstance().addConverter(schemas);
        try {
            OpenAPI api = new Reader(new SwaggerConfiguration().openAPI(frame(version))).read(resources);
            LISTS.forEach((name, item) -> addList(api, name, item));
            add(api, Problem.class);
            ListParameters.addTo(api);
            EventsPath.addTo(api);
            CommonParts.addTo(api);
            return Json.pretty(api);
        } finally {
            ModelConverters.getInstance().removeConverter(schemas);
        }
    }

    private static OpenAPI frame(String version) {
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .description("The token that POST /sessions or POST /tokens gave");
        return new OpenAPI()
                .info(new Info()
                        .title("edog")
                        .version(version)
                        .description("Virtual machines on a group of hosts. Objects are named by id or by name.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/api/v1")))
                .components(new Components().addSecuritySchemes(BEARER, bearer))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static void addList(OpenAPI api, String name, Class<?> item) {
        add(api, item);
        Schema<?> items = new ArraySchema().items(new Schema<>().$ref(item.getSimpleName()));
        Schema<?> total = new IntegerSchema().format("int64").description("How many there are on all pages");
        Schema<?> next = new StringSchema().description("What to pass on for the next page, if there is one");
        api.getComponents()
                .addSchemas(
                        name,
                        new ObjectSchema()
                                .addProperty("items", items)
                                .addProperty("total", total)
                                .addProperty("next", next));
    }

    private static void add(OpenAPI api, Class<?> type) {
        ModelConverters.getInstance().readAll(type).forEach(api.getComponents()::addSchemas);
    }
}
