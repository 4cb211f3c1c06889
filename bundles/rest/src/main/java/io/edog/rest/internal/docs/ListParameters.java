package io.edog.rest.internal.docs;

import io.edog.rest.internal.call.ListParams;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Objects;

/** The parameters of lists, which swagger-core takes for a body. */
final class ListParameters {
    private ListParameters() {}

    static void addTo(OpenAPI api) {
        api.getPaths().values().stream()
                .map(PathItem::getGet)
                .filter(Objects::nonNull)
                .filter(get -> get.getRequestBody() != null)
                .forEach(ListParameters::describe);
        api.getComponents().getSchemas().remove(ListParams.class.getSimpleName());
    }

    private static void describe(Operation list) {
        list.setRequestBody(null);
        Schema<?> limit = new IntegerSchema()
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(1000))
                .example(100);
        add(list, "limit", "How many at most; 100 when absent", limit);
        add(list, "after", "The 'next' of the page before", new StringSchema());
        add(list, "sort", "A field to sort by; with '-' before it, descending; id when absent", new StringSchema());
        add(list, "q", "Only those whose name or id contains this, whatever its case", new StringSchema());
    }

    private static void add(Operation list, String name, String description, Schema<?> schema) {
        QueryParameter parameter = new QueryParameter();
        parameter.name(name).description(description).schema(schema);
        list.addParametersItem(parameter);
    }
}
