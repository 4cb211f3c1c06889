package io.edog.rest.internal.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.edog.api.json.Json;
import io.edog.api.view.Words;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;

/** Describes records as the one JSON form writes them: enum constants in lower case. */
final class Schemas extends ModelResolver {
    Schemas() {
        super(Json.mapper().copy().setAnnotationIntrospector(new LowerCase()));
    }

    /** Optional numbers come without a type: swagger-core looks for one inside them, as inside other optionals. */
    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        if (type.getType() == null) {
            return new IntegerSchema().format("int64");
        }
        boolean anything = type.getType().getTypeName().contains(JsonNode.class.getName());
        return anything ? new ObjectSchema() : (Schema<?>) super.resolve(type, context, next);
    }

    /** Overrides what swagger-core calls, which Jackson would rather see called otherwise. */
    @SuppressWarnings("deprecation")
    private static final class LowerCase extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String findEnumValue(Enum<?> value) {
            return Words.of(value);
        }

        @Override
        public String[] findEnumValues(Class<?> type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants).map(Words::of).toArray(String[]::new);
        }
    }
}
