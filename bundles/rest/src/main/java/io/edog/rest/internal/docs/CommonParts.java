package io.edog.rest.internal.docs;

import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.ProblemReplies;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Set;

/** What every operation has: problems, the index, idempotency keys; and which need no token. */
final class CommonParts {
    private static final Set<String> OPEN = Set.of("health", "logIn", "openApi");
    /** A token's secret is kept nowhere, so it can't be told again; one backup more does no harm. */
    private static final Set<String> WITHOUT_KEY = Set.of("createToken", "takeBackup");

    private CommonParts() {}

    static void addTo(OpenAPI api) {
        api.getPaths().values().forEach(CommonParts::complete);
    }

    private static void complete(PathItem path) {
        path.readOperationsMap().forEach(CommonParts::complete);
    }

    private static void complete(HttpMethod method, Operation operation) {
        boolean open = OPEN.contains(operation.getOperationId());
        operation.getResponses().values().forEach(CommonParts::index);
        operation.getResponses().addApiResponse("default", problem());
        if (open) {
            operation.setSecurity(List.of());
        } else if (method == HttpMethod.POST && !WITHOUT_KEY.contains(operation.getOperationId())) {
            operation.addParametersItem(header(
                    Headers.IDEMPOTENCY_KEY,
                    "Repeat a request whose answer was lost under the same key: it is carried out once",
                    new StringSchema().maxLength(200)));
        } else if (method == HttpMethod.GET) {
            operation.addParametersItem(header(
                    Headers.MIN_INDEX,
                    "Wait up to 5 seconds until this index is reached; else 503",
                    new IntegerSchema().format("int64")));
        }
    }

    private static void index(ApiResponse response) {
        response.addHeaderObject(
                Headers.INDEX,
                new Header().description("How far this answer has seen").schema(new IntegerSchema().format("int64")));
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("What is wrong, where, and what to do about it")
                .content(new Content()
                        .addMediaType(
                                ProblemReplies.MEDIA_TYPE, new MediaType().schema(new Schema<>().$ref("Problem"))));
    }

    private static HeaderParameter header(String name, String description, Schema<?> schema) {
        HeaderParameter parameter = new HeaderParameter();
        parameter.name(name).description(description).schema(schema);
        return parameter;
    }
}
